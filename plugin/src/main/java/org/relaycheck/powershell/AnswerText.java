package org.relaycheck.powershell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.AskingStage;
import org.relaycheck.state.Address;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/**
 * The collector's answer as text: a line each for a fact {@code F}, an item {@code I} and its
 * values, text {@code V}, list {@code L} with elements {@code E}, empty {@code N}, unread {@code
 * U}; a kind that is complete {@code C} or unread {@code K}; and why it gave up and at which step
 * {@code X}. Fields are parted by tabs, and what a system wrote is base64.
 */
final class AnswerText {

  /** A line that is not of this form: the collector and this reader are not of one version. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    Unreadable(String what) {
      super(what);
      this.what = what;
    }

    String what() {
      return what;
    }
  }

  private final Map<String, Map<String, String>> facts = new HashMap<>();
  private final List<AnswerItem> items = new ArrayList<>();
  private final Set<String> complete = new HashSet<>();
  private final Map<String, String> unread = new HashMap<>();
  private final ItemLines item = new ItemLines();
  private Optional<CollectedAnswer.GaveUp> failure = Optional.empty();

  private AnswerText() {}

  static CollectedAnswer read(String text) throws Unreadable {
    AnswerText answer = new AnswerText();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      try {
        answer.line(line.split("\t", -1));
      } catch (IllegalArgumentException | IndexOutOfBoundsException other) {
        throw new Unreadable("line " + number + " of the answer is not understood");
      }
    }
    if (!answer.item.whole()) {
      throw new Unreadable("the answer ends within a list");
    }
    answer.item.end().ifPresent(answer.items::add);
    return new CollectedAnswer(
        answer.facts, answer.items, answer.complete, answer.unread, answer.failure);
  }

  private void line(String[] fields) {
    if (!fields[0].equals("E") && !item.whole()) {
      throw new IllegalArgumentException("fewer elements than announced");
    }
    switch (fields[0]) {
      case "F" -> fact(text(fields[1]), fields[2], text(fields[3]));
      case "I" -> {
        item.end().ifPresent(items::add);
        item.begin(fields[1], text(fields[2]), text(fields[3]), text(fields[4]));
      }
      case "C" -> complete.add(fields[1]);
      case "K" -> unread.put(fields[1], text(fields[2]));
      case "X" ->
          failure =
              Optional.of(
                  new CollectedAnswer.GaveUp(
                      text(fields[1]), text(fields[2]), AskingStage.valueOf(fields[3])));
      default -> item.value(fields);
    }
  }

  private void fact(String server, String name, String value) {
    String before =
        facts
            .computeIfAbsent(Address.folded(server), none -> new TreeMap<>(Address::compareFolded))
            .put(name, value);
    if (before != null && !before.equals(value)) {
      throw new IllegalArgumentException("a fact that is there twice");
    }
  }

  private static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  /** The lines of the item that is being read. */
  private static final class ItemLines {

    private Optional<AnswerItem> head = Optional.empty();
    private Map<String, Raw> values = new TreeMap<>(Address::compareFolded);
    private String list = "";
    private List<String> elements = new ArrayList<>();
    private int missing;

    void begin(String kind, String server, String name, String changed) {
      Optional<String> at = Optional.of(changed).filter(text -> !text.isEmpty());
      head =
          Optional.of(
              new AnswerItem(
                  kind,
                  name,
                  Optional.of(server).filter(text -> !text.isEmpty()),
                  Map.of(),
                  new LastChange(Optional.empty(), at)));
    }

    void value(String[] fields) {
      if (head.isEmpty()) {
        throw new IllegalArgumentException("a value before the first item");
      }
      switch (fields[0]) {
        case "V" -> put(fields[1], Raw.text(text(fields[2])));
        case "N" -> put(fields[1], new Raw.Empty());
        case "U" -> put(fields[1], new Raw.Unread(text(fields[2])));
        case "L" -> list(fields[1], Integer.parseInt(fields[2]));
        case "E" -> element(text(fields[1]));
        default -> throw new IllegalArgumentException("a line of another version");
      }
    }

    private void put(String name, Raw value) {
      if (values.put(name, value) != null) {
        throw new IllegalArgumentException("a setting that is there twice");
      }
    }

    private void list(String name, int size) {
      list = name;
      missing = size;
      elements = new ArrayList<>();
    }

    private void element(String text) {
      elements.add(text);
      if (--missing == 0) {
        put(list, Raw.items(elements));
      } else if (missing < 0) {
        throw new IllegalArgumentException("more elements than announced");
      }
    }

    boolean whole() {
      return missing <= 0;
    }

    Optional<AnswerItem> end() {
      Optional<AnswerItem> ended =
          head.map(
              item ->
                  new AnswerItem(item.kind(), item.name(), item.server(), values, item.change()));
      head = Optional.empty();
      values = new TreeMap<>(Address::compareFolded);
      return ended;
    }
  }
}
