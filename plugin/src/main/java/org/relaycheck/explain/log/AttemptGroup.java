package org.relaycheck.explain.log;

import java.util.Comparator;

/**
 * What the attempts to send of one day have in common.
 *
 * @param day as 2026-10-01; empty if it is not told
 * @param account a name or a number; empty if none is told
 * @param sign the id of what was said
 * @param delivered whether a later attempt delivered the mail
 */
public record AttemptGroup(String day, String account, String sign, boolean delivered)
    implements Comparable<AttemptGroup> {

  private static final Comparator<AttemptGroup> ORDER =
      Comparator.comparing(AttemptGroup::day)
          .thenComparing(AttemptGroup::account)
          .thenComparing(AttemptGroup::sign)
          .thenComparing(AttemptGroup::delivered);

  @Override
  public int compareTo(AttemptGroup other) {
    return ORDER.compare(this, other);
  }
}
