package org.relaycheck.report;

import java.util.Locale;
import org.relaycheck.drift.Verdict;

/**
 * How a verdict is shown to people.
 *
 * @param mark one character that starts a line
 * @param words to follow a number
 */
record Sign(String mark, String words) {

  static Sign of(Verdict verdict) {
    return switch (verdict) {
      case IN_SYNC -> new Sign("=", "in sync");
      case MISSING -> new Sign("+", "missing");
      case DRIFTED -> new Sign("~", "drifted");
      case UNEXPECTED -> new Sign("-", "unexpected");
      case UNCLEAR -> new Sign("?", "unclear");
      case NOT_APPLICABLE -> new Sign(".", "not applicable");
      case WAIVED -> new Sign("w", "waived");
      case BROKEN -> new Sign("!", "broken");
    };
  }

  /** The verdict as files spell it, such as {@code in_sync}. */
  static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
