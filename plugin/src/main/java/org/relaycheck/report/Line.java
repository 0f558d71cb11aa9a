package org.relaycheck.report;

/**
 * A line for a build's log.
 *
 * @param level how loud
 * @param text without line breaks or control characters
 */
public record Line(Level level, String text) {

  /** A line of a text in which anything may stand; what cannot be seen is shown by its number. */
  public static Line visible(Level level, String text) {
    return new Line(level, Visible.of(text));
  }

  /** How loud a line is, loudest first. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }
}
