package org.relaycheck.report.history;

import java.util.Locale;

/** How a finding stands to what earlier runs found. */
public enum FindingStatus {
  /** No earlier run found it, or it mattered less, or could not be judged. */
  NEW,
  /** The last run found it. */
  KNOWN,
  /** An earlier run found it, the last one did not. */
  BACK;

  /** The word as files of ours spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
