package org.relaycheck.compare;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.relaycheck.state.Severity;

/** From which severity on a finding fails the build. */
public enum FailOn {
  ERROR(Severity.ERROR),
  WARNING(Severity.WARNING),
  /** From error on, and only what the last run did not find. */
  NEW_ERROR(Severity.ERROR),
  /** From warning on, and only what the last run did not find. */
  NEW_WARNING(Severity.WARNING),
  /** From error on, and only what the change of the policy breaks. */
  NEW_BY_CHANGE(Severity.ERROR),
  /** Never; drift is then what has severity error. */
  NONE(Severity.ERROR);

  private final Severity threshold;

  FailOn(Severity threshold) {
    this.threshold = threshold;
  }

  /** What a word means, without case; blanks around it and its comma are not its own. */
  public static Optional<FailOn> of(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT).replaceAll(" *, *", ",");
    return Stream.of(values()).filter(known -> known.word().equals(plain)).findFirst();
  }

  /** The severity from which on a finding is drift. */
  public Severity threshold() {
    return threshold;
  }

  /** Whether drift fails a build at all. */
  public boolean fails() {
    return this != NONE;
  }

  /** Whether only what the last run did not find fails a build. */
  public boolean isOfHistory() {
    return this == NEW_ERROR || this == NEW_WARNING;
  }

  /** The same, whatever was found before. */
  public FailOn whateverWas() {
    return switch (this) {
      case NEW_ERROR, NEW_BY_CHANGE -> ERROR;
      case NEW_WARNING -> WARNING;
      case ERROR, WARNING, NONE -> this;
    };
  }

  /** The word as users spell it. */
  public String word() {
    if (isOfHistory()) {
      return threshold.word() + ",new";
    }
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
