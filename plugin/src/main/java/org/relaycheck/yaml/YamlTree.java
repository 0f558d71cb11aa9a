package org.relaycheck.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.state.Place;

/** A part of a YAML file: text, lists and mappings, each with its place. */
sealed interface Tree {

  Place place();

  /**
   * Text, not yet understood as anything.
   *
   * @param plain whether it stands without quotes
   */
  record Scalar(Place place, String text, boolean plain) implements Tree {

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** Whether it stands for nothing; a quoted {@code 'null'} is text. */
    boolean isNothing() {
      return text.isEmpty() || (plain && NOTHING.contains(text));
    }
  }

  /** A list. */
  record Sequence(Place place, List<Tree> items) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys, different also without case, each with what it stands for. */
  record Mapping(Place place, List<Entry> entries) implements Tree {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of a key. */
    Optional<Tree> get(String key) {
      for (Entry entry : entries) {
        if (entry.name().equals(key)) {
          return Optional.of(entry.value);
        }
      }
      return Optional.empty();
    }
  }

  /** A key with what it stands for. */
  record Entry(Scalar key, Tree value) {

    String name() {
      return key.text();
    }

    Place place() {
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
