package org.relaycheck.compare;

import java.util.Optional;

/**
 * The two sides of a finding, in words.
 *
 * @param desired what the policy says
 * @param observed what was found; empty where nothing was read
 * @param repair what would end it; empty where nothing is known to
 */
public record Difference(
    String desired, Optional<String> observed, Optional<FindingRepair> repair) {

  /** A difference that nothing is to be written for. */
  public Difference(String desired, Optional<String> observed) {
    this(desired, observed, Optional.empty());
  }

  /**
   * What would be written; "by hand" with the reason where only a person can tell; empty where
   * nothing is to be fixed.
   */
  public Optional<String> fix() {
    return repair.flatMap(FindingRepair::text);
  }
}
