package org.relaycheck.symptom;

import java.util.Comparator;

/**
 * What the attempts to send of one day have in common.
 *
 * @param day as 2026-10-01; empty if it is not told
 * @param account a name or a number; empty if none is told
 * @param sign the id of what was said
 * @param delivered whether a later attempt delivered the mail
 */
public record Attempt(String day, String account, String sign, boolean delivered)
    implements Comparable<Attempt> {

  private static final Comparator<Attempt> ORDER =
      Comparator.comparing(Attempt::day)
          .thenComparing(Attempt::account)
          .thenComparing(Attempt::sign)
          .thenComparing(Attempt::delivered);

  @Override
  public int compareTo(Attempt other) {
    return ORDER.compare(this, other);
  }
}
