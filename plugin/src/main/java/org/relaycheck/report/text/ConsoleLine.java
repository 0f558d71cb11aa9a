package org.relaycheck.report.text;

/**
 * A line for a build's log.
 *
 * @param level how loud
 * @param text anything, of which what is not {@link VisibleText} stands as its number
 */
public record ConsoleLine(Level level, String text) {

  public ConsoleLine {
    text = VisibleText.of(text);
  }

  /** How loud a line is, loudest first. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }
}
