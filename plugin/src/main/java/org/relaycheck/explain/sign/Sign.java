package org.relaycheck.explain.sign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a log can say, and the words by which it is known.
 *
 * @param id stable, as {@code per-source-limit}
 * @param title what it says, in our words
 * @param trouble whether it tells of trouble; else it is only told
 * @param words which occur in a text on one line, without case
 * @param source where the words are from
 */
public record Sign(String id, String title, boolean trouble, Pattern words, String source) {

  private static final int AROUND = 30;

  /** Words that tell of trouble. */
  static Sign of(String id, String title, String words, String source) {
    return new Sign(id, title, true, pattern(words), source);
  }

  /** Words that are no trouble in themselves. */
  static Sign note(String id, String title, String words, String source) {
    return new Sign(id, title, false, pattern(words), source);
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The part of a text that says it, with a little of what is before and behind. */
  public String excerpt(String text) {
    Matcher match = words.matcher(text);
    if (!match.find()) {
      return text;
    }
    int near = match.start() - AROUND;
    int from = near <= 0 ? 0 : Math.min(match.start(), text.indexOf(' ', near) + 1);
    int far = match.end() + AROUND;
    boolean all = far >= text.length();
    int to = all ? text.length() : Math.max(match.end(), text.lastIndexOf(' ', far));
    return (from > 0 ? "…" : "") + text.substring(from, to) + (all ? "" : "…");
  }

  public boolean isIn(String text) {
    return words.matcher(text).find();
  }
}
