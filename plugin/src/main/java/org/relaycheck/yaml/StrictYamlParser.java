package org.relaycheck.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** A YAML parser that refuses what YAML knows and we do not: tags, several documents, loops. */
final class StrictYamlParser implements Parser {

  private static final int DEEPEST = 20;

  private final Parser events;
  private final Deque<String> open = new ArrayDeque<>();
  private int documents;
  private @Nullable Mark last;

  StrictYamlParser(Parser events) {
    this.events = events;
  }

  /** YAML that we refuse, with its place in the text. */
  static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Mark mark;
    private final String text;

    Refusal(Mark mark, String text) {
      super(text);
      this.mark = mark;
      this.text = text;
    }

    String text() {
      return text;
    }

    Mark mark() {
      return mark;
    }
  }

  /** Where the parser was last. */
  Optional<Mark> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return events.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return events.peekEvent();
  }

  @Override
  public Event getEvent() {
    Event event = events.getEvent();
    last = event.getStartMark();
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), event);
    } else if (event instanceof CollectionStartEvent start) {
      refuseTag(start.getTag(), event);
      enter(start);
    } else if (event instanceof CollectionEndEvent) {
      open.pop();
    } else if (event instanceof AliasEvent alias && open.contains(alias.getAnchor())) {
      throw new Refusal(event.getStartMark(), "'*" + alias.getAnchor() + "' refers to itself");
    } else if (event instanceof DocumentStartEvent && ++documents > 1) {
      throw new Refusal(
          event.getStartMark(), "a second document begins here; keep one document a file");
    }
    return event;
  }

  private static void refuseTag(@Nullable String tag, Event event) {
    if (tag != null) {
      throw new Refusal(
          event.getStartMark(),
          "a tag such as !!str has no meaning here; remove it, or put text in quotes");
    }
  }

  private void enter(CollectionStartEvent start) {
    String anchor = start.getAnchor();
    open.push(anchor == null ? "" : anchor);
    if (open.size() > DEEPEST) {
      throw new Refusal(
          start.getStartMark(), "is nested more than 20 deep; a policy needs fewer than 10");
    }
  }
}
