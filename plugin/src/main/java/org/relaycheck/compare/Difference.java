package org.relaycheck.compare;

import java.util.Optional;

/**
 * The two sides of a finding, in words.
 *
 * @param desired what the policy says
 * @param observed what was found; empty where nothing was read
 * @param fix what would be written; "by hand" with the reason where only a person can tell; empty
 *     where nothing is to be fixed
 * @param repair the same with its types, where there is something to repair
 */
public record Difference(
    String desired,
    Optional<String> observed,
    Optional<String> fix,
    Optional<FindingRepair> repair) {

  /** A difference that nothing is to be written for. */
  public Difference(String desired, Optional<String> observed, Optional<String> fix) {
    this(desired, observed, fix, Optional.empty());
  }
}
