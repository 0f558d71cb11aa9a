package org.relaycheck.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.state.Place;

/** A part of a YAML file: text, lists and mappings, each with its place. */
public sealed interface YamlTree {

  public Place place();

  /**
   * Text, not yet understood as anything.
   *
   * @param plain whether it stands without quotes
   */
  record Scalar(Place place, String text, boolean plain) implements YamlTree {

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** Whether it stands for nothing; a quoted {@code 'null'} is text. */
    public boolean isNothing() {
      return text.isEmpty() || (plain && NOTHING.contains(text));
    }
  }

  /** A list. */
  record Sequence(Place place, List<YamlTree> items) implements YamlTree {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys, different also without case, each with what it stands for. */
  record Mapping(Place place, List<Entry> entries) implements YamlTree {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of a key. */
    public Optional<YamlTree> get(String key) {
      for (Entry entry : entries) {
        if (entry.name().equals(key)) {
          return Optional.of(entry.value);
        }
      }
      return Optional.empty();
    }
  }

  /** A key with what it stands for. */
  record Entry(Scalar key, YamlTree value) {

    public String name() {
      return key.text();
    }

    public Place place() {
      return key.place();
    }
  }

  /** Whether it is plain null, nothing at all, {@code ''} or {@code []}. */
  default boolean isEmpty() {
    return (this instanceof Scalar scalar && scalar.isNothing())
        || (this instanceof Sequence list && list.items().isEmpty());
  }

  /** What it is, in words, to follow "found". */
  default String described() {
    if (this instanceof Scalar scalar) {
      return scalar.isNothing() ? "nothing" : "'" + scalar.text() + "'";
    }
    return this instanceof Sequence ? "a list" : "a mapping";
  }
}
