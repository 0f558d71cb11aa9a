package org.relaycheck.explain.log;

import java.util.Optional;

/**
 * What a log says about one attempt to send, or about one event.
 *
 * @param where file and line, or the log and its number there
 * @param text all of it, on one line
 * @param account the mail account, as a name or as Database Mail's number; empty if none is named
 * @param at the server's own time, as 2026-10-01T06:12:33; empty if the text tells none
 * @param delivered whether a later attempt delivered the mail
 */
public record LogEntry(
    String where, String text, Optional<String> account, Optional<String> at, boolean delivered) {

  private static final int DAY = 10;

  /** A text without anything known around it. */
  public static LogEntry of(String where, String text) {
    return new LogEntry(where, OneLine.of(text), Optional.empty(), Optional.empty(), false);
  }

  /** The day, as 2026-10-01. */
  public Optional<String> day() {
    return at.map(time -> time.substring(0, DAY));
  }
}
