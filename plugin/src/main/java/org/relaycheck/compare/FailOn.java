package org.relaycheck.compare;

import java.util.Locale;
import org.relaycheck.state.Severity;

/** From which severity on a finding fails the build. */
public enum FailOn {
  ERROR(Severity.ERROR),
  WARNING(Severity.WARNING),
  /** From error on, and only what the change of the policy breaks. */
  NEW_BY_CHANGE(Severity.ERROR),
  /** Never; drift is then what has severity error. */
  NONE(Severity.ERROR);

  private final Severity threshold;

  FailOn(Severity threshold) {
    this.threshold = threshold;
  }

  /** The severity from which on a finding is drift. */
  public Severity threshold() {
    return threshold;
  }

  /** Whether drift fails a build at all. */
  public boolean fails() {
    return this != NONE;
  }

  /** The word as users spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
