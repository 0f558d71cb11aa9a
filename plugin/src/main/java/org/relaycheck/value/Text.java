package org.relaycheck.value;

import org.jspecify.annotations.Nullable;

/**
 * A piece of text; two are equal if the system that holds them cannot tell them apart.
 *
 * @param spelling the text as it was given
 * @param key what decides equality: the spelling, or each of its letters in upper case
 */
public record Text(String spelling, String key) implements Comparable<Text> {

  /** Text of a system that minds case. */
  static Text exact(String spelling) {
    return new Text(spelling, spelling);
  }

  /**
   * Text of a system that ignores case. Letter by letter: the upper case of a whole text would make
   * {@code ß} equal to {@code ss}.
   */
  static Text folded(String spelling) {
    int[] upper = spelling.codePoints().map(Character::toUpperCase).toArray();
    return new Text(spelling, new String(upper, 0, upper.length));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Text text && text.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public int compareTo(Text other) {
    return key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return spelling;
  }
}
