package org.relaycheck.kind.mailprofiles;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An account's place in the order of a profile.
 *
 * @param account its name, as the server spells it
 * @param told its name, and if it shares its number the words that say so
 * @param shared the number that it shares; empty if it shares none, or none is there
 */
public record ListedAccount(String account, String told, Optional<Integer> shared) {

  private static final String NONE = "empty";

  /** What the question says of an account that shares its number with another. */
  private static final Pattern TIED =
      Pattern.compile("(.*) \\(number (-?\\d+|" + NONE + "), as another\\)", Pattern.DOTALL);

  /** The account's name alone, as a policy states it. */
  static String bare(String told) {
    Matcher tied = TIED.matcher(told);
    return tied.matches() ? tied.group(1) : told;
  }

  /** An account with a number of its own. */
  public static ListedAccount alone(String account) {
    return new ListedAccount(account, account, Optional.empty());
  }

  /**
   * As a server told it.
   *
   * @param ties whether accounts of the profile share a number
   */
  public static ListedAccount told(String told, boolean ties) {
    Matcher tied = TIED.matcher(told);
    if (!ties || !tied.matches()) {
      return alone(told);
    }
    String number = tied.group(2);
    Optional<Integer> shared =
        number.equals(NONE) ? Optional.empty() : Optional.of(Integer.valueOf(number));
    return new ListedAccount(tied.group(1), told, shared);
  }

  /** Without a tie that no procedure can bring back: that of accounts without a number. */
  public ListedAccount restorable() {
    return shared.isEmpty() ? alone(account) : this;
  }
}
