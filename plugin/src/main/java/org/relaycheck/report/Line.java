package org.relaycheck.report;

/**
 * A line for a build's log.
 *
 * @param level how loud
 * @param text without line breaks or control characters
 */
public record Line(Level level, String text) {

  /** How loud a line is, loudest first. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }
}
