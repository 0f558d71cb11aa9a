package org.relaycheck.value;

import java.util.Locale;

/**
 * A number or no limit at all, which is above every number.
 *
 * @param most the number; {@link Long#MAX_VALUE} for no limit
 */
public record Limit(long most) implements Comparable<Limit> {

  public static final Limit UNLIMITED = new Limit(Long.MAX_VALUE);

  public boolean isUnlimited() {
    return most == Long.MAX_VALUE;
  }

  @Override
  public int compareTo(Limit other) {
    return Long.compare(most, other.most);
  }

  @Override
  public String toString() {
    return isUnlimited() ? "unlimited" : Long.toString(most);
  }

  /** Both cases of the word occur in answers of one Exchange version. */
  static boolean unlimited(String text) {
    return text.toLowerCase(Locale.ROOT).equals("unlimited");
  }
}
