package org.relaycheck.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text; two are equal if the system that holds them cannot tell them apart.
 *
 * @param spelling the text as it was given
 * @param key what decides equality: the spelling, or its upper case
 */
public record Text(String spelling, String key) implements Comparable<Text> {

  /** Text of a system that minds case. */
  static Text exact(String spelling) {
    return new Text(spelling, spelling);
  }

  /** Text of a system that ignores case. */
  static Text folded(String spelling) {
    return new Text(spelling, spelling.toUpperCase(Locale.ROOT));
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
