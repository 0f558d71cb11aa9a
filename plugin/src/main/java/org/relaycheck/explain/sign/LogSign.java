package org.relaycheck.explain.sign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a log can say, and the words by which it is known.
 *
 * @param id stable, as {@code per-source-limit}
 * @param title what it says, in our words
 * @param kind how much it tells
 * @param words which occur in a text on one line, without case
 * @param source where the words are from
 */
public record LogSign(String id, String title, Kind kind, Pattern words, String source) {

  private static final int AROUND = 30;

  /** How much a sign tells. */
  public enum Kind {
    /** A sign of trouble. */
    TROUBLE,
    /** A code alone: many things have it, so that no cause is more than possible. */
    CODE,
    /** Words of a mail system that is no Exchange server of one's own: no connector said them. */
    OTHER_RELAY,
    /** What a refusal costs: of a log that shows the refusal too, that one's causes come first. */
    EFFECT,
    /** Words that follow from trouble which another line tells. */
    CONSEQUENCE,
    /** Words that are no trouble in themselves. */
    NOTE
  }

  static LogSign of(String id, String title, String words, String source) {
    return new LogSign(id, title, Kind.TROUBLE, pattern(words), source);
  }

  static LogSign code(String id, String title, String words, String source) {
    return new LogSign(id, title, Kind.CODE, pattern(words), source);
  }

  static LogSign otherRelay(String id, String title, String words, String source) {
    return new LogSign(id, title, Kind.OTHER_RELAY, pattern(words), source);
  }

  static LogSign effect(String id, String title, String words, String source) {
    return new LogSign(id, title, Kind.EFFECT, pattern(words), source);
  }

  static LogSign consequence(String id, String title, String words, String source) {
    return new LogSign(id, title, Kind.CONSEQUENCE, pattern(words), source);
  }

  static LogSign note(String id, String title, String words, String source) {
    return new LogSign(id, title, Kind.NOTE, pattern(words), source);
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether it tells of trouble; else it is only reported. */
  public boolean trouble() {
    return kind != Kind.NOTE && kind != Kind.CONSEQUENCE;
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

  boolean isIn(String text) {
    return words.matcher(text).find();
  }
}
