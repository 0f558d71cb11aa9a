package org.relaycheck.compare;

import java.util.Locale;

/** What a run came to; the first that holds. */
public enum Outcome {
  /** A file of ours is wrong. */
  ERROR,
  /** A stated resource or setting could not be judged, or nothing was compared. */
  UNCLEAR,
  /** A finding that is not waived reaches the threshold. */
  DRIFT,
  /** Not every host was asked. */
  PARTIAL,
  /** Everything that the policy states holds. */
  CLEAN;

  /**
   * What a comparison came to.
   *
   * @param partial whether a host was left out on purpose
   */
  public static Outcome of(ComparisonResult drift, FailOn failOn, boolean partial) {
    if (drift.count(Verdict.UNCLEAR) > 0 || drift.coverage().read() == 0) {
      return UNCLEAR;
    }
    if (drift.findings().stream().anyMatch(finding -> gates(finding, failOn))) {
      return DRIFT;
    }
    return partial ? PARTIAL : CLEAN;
  }

  private static boolean gates(Finding finding, FailOn failOn) {
    return switch (finding.verdict()) {
      case MISSING, DRIFTED, UNEXPECTED, BROKEN -> finding.severity().reaches(failOn.threshold());
      case IN_SYNC, UNCLEAR, NOT_APPLICABLE, WAIVED -> false;
    };
  }

  /** The word as files of ours spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
