package org.relaycheck.drift;

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

  /** The word as files of ours spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
