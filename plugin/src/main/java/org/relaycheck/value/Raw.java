package org.relaycheck.value;

import java.util.List;

/**
 * A value as a file or an answer gives it: neither split nor typed, which is for a {@link
 * ValueType}.
 */
public sealed interface Raw {

  /** Given, and empty: null, {@code ''}, {@code []} and {@code {}} are one thing. */
  record Empty() implements Raw {}

  /** One piece of text, never empty. */
  record Text(String value) implements Raw {}

  /** Several pieces of text, at least one. */
  record Items(List<String> values) implements Raw {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** Text of which the answer left out the rest. */
  record CutOff(String shown) implements Raw {}

  /** A value that was asked for and could not be read. */
  record Unread(String why) implements Raw {}

  /**
   * {@link Empty} for empty text and for {@code {}}, which is how Exchange prints an empty list.
   */
  static Raw text(String text) {
    return text.isEmpty() || text.equals("{}") ? new Empty() : new Text(text);
  }

  /** {@link Empty} for no items. */
  static Raw items(List<String> items) {
    return items.isEmpty() ? new Empty() : new Items(items);
  }

  /** The text as it came, for messages and for guards that compare spelling. */
  default String shown() {
    if (this instanceof Text text) {
      return text.value();
    }
    if (this instanceof Items items) {
      return String.join(", ", items.values());
    }
    if (this instanceof CutOff cutOff) {
      return cutOff.shown();
    }
    return "";
  }
}
