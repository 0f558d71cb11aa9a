package org.relaycheck.explain.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.relaycheck.explain.sign.LogSign;
import org.relaycheck.explain.sign.SignRows;

/**
 * Recognises signs, and remembers: a log of a bad night says the same ten thousand times, and only
 * number and time of the attempt differ.
 */
final class SignFinder {

  private static final int REMEMBERED = 256;
  private static final String SOME_ATTEMPT = "1 (2000-01-01T00:00:00)";

  private final Map<String, Optional<LogSign>> known =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<LogSign>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** What a text says; empty if nothing that is known. */
  public Optional<LogSign> of(String text) {
    return known.computeIfAbsent(bare(text), SignRows::of);
  }

  /** From the attempt on, as if every attempt were the same. */
  static String bare(String text) {
    Matcher attempt = AttemptSplitter.START.matcher(text);
    return attempt.find() ? SOME_ATTEMPT + text.substring(attempt.end()) : text;
  }
}
