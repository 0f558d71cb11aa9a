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
 * @param session the SMTP session in which it was said; empty if the log shows none
 */
public record LogEntry(
    String where,
    String text,
    Optional<String> account,
    Optional<String> at,
    boolean delivered,
    Optional<Session> session) {

  private static final int DAY = 10;

  /**
   * An SMTP session as a log shows it.
   *
   * @param connector the receive connector that answered, as {@code HOST\Name}; empty if not shown
   * @param client the address of the client; empty if not shown
   * @param loggedIn whether the client had logged in
   */
  public record Session(String connector, String client, boolean loggedIn) {}

  /** An entry of a log that shows no session. */
  public LogEntry(
      String where, String text, Optional<String> account, Optional<String> at, boolean delivered) {
    this(where, text, account, at, delivered, Optional.empty());
  }

  /** A text without anything known around it. */
  public static LogEntry of(String where, String text) {
    return new LogEntry(where, OneLine.of(text), Optional.empty(), Optional.empty(), false);
  }

  LogEntry in(Optional<Session> other) {
    return new LogEntry(where, text, account, at, delivered, other);
  }

  /** The day, as 2026-10-01. */
  public Optional<String> day() {
    return at.map(time -> time.substring(0, DAY));
  }
}
