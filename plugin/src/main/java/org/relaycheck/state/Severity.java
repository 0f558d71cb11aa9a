package org.relaycheck.state;

import java.util.Locale;

/** How much a finding matters, ascending. */
public enum Severity {
  IGNORE,
  WARNING,
  ERROR;

  /** The word as a policy spells it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this is as bad as a threshold. */
  public boolean reaches(Severity threshold) {
    return compareTo(threshold) >= 0;
  }
}
