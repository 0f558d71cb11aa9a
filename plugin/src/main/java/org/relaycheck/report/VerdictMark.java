package org.relaycheck.report;

import java.util.Locale;
import org.relaycheck.compare.Verdict;

/**
 * How a verdict is shown to people.
 *
 * @param mark one character that starts a line
 * @param words to follow a number
 */
public record VerdictMark(String mark, String words) {

  static VerdictMark of(Verdict verdict) {
    return switch (verdict) {
      case IN_SYNC -> new VerdictMark("=", "in sync");
      case MISSING -> new VerdictMark("+", "missing");
      case DRIFTED -> new VerdictMark("~", "drifted");
      case UNEXPECTED -> new VerdictMark("-", "unexpected");
      case UNCLEAR -> new VerdictMark("?", "unclear");
      case NOT_APPLICABLE -> new VerdictMark(".", "not applicable");
      case WAIVED -> new VerdictMark("w", "waived");
      case BROKEN -> new VerdictMark("!", "broken");
    };
  }

  /** The verdict as files spell it, such as {@code in_sync}. */
  public static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
