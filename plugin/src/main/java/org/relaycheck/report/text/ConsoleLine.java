package org.relaycheck.report;

/**
 * A line for a build's log.
 *
 * @param level how loud
 * @param text anything, of which what is not {@link Visible} stands as its number
 */
public record Line(Level level, String text) {

  public Line {
    text = Visible.of(text);
  }

  /** How loud a line is, loudest first. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }
}
