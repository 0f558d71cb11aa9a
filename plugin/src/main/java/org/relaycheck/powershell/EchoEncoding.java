package org.relaycheck.powershell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Characters that something on the way might take for others: sent along with every question, and
 * compared with what comes back. They are what PowerShell takes for a quote, a dash or a blank,
 * what a code page lacks, and one beyond the first 65 536.
 */
final class EchoEncoding {

  /** The fact that holds what came back, and later what that means. */
  static final String FACT = "Echo";

  /** What the fact says when all of it is as it was sent. */
  static final String INTACT = "intact";

  static final String CHARACTERS =
      "'\u2018\u2019\u201A\u201B\"\u201C\u201D\u201E\u201F-\u2013\u2014\u2015"
          + " \u0085\u00A0\u2028\u3000`$%^&|<>\\\u00D1\u0112\u4E2D\uD83D\uDE00";

  /** The parameter that carries them. */
  static final String PARAMETER = "echo=" + CHARACTERS;

  private static final int MOST_SHOWN = 5;

  private EchoEncoding() {}

  /** What came back changed; empty if nothing did, or if the answer holds no echo. */
  static Optional<String> damage(CollectedAnswer answer) {
    return answer.fact(FACT).filter(back -> !back.equals(CHARACTERS)).map(EchoEncoding::words);
  }

  private static String words(String back) {
    int[] sent = CHARACTERS.codePoints().toArray();
    int[] came = back.codePoints().toArray();
    if (sent.length != came.length) {
      return sent.length + " characters were sent and " + came.length + " came back";
    }
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < sent.length; i++) {
      if (sent[i] != came[i]) {
        changed.add(name(sent[i]) + " as " + name(came[i]));
      }
    }
    List<String> shown = changed.subList(0, Math.min(MOST_SHOWN, changed.size()));
    return "of "
        + sent.length
        + " characters "
        + changed.size()
        + " came back changed: "
        + String.join(", ", shown)
        + (changed.size() > MOST_SHOWN ? " and more" : "");
  }

  private static String name(int point) {
    return String.format(Locale.ROOT, "U+%04X", point);
  }
}
