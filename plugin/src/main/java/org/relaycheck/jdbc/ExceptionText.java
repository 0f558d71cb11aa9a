package org.relaycheck.jdbc;

import java.util.regex.Pattern;

/** What an exception says, in one line and without the connection's number, which never repeats. */
final class ExceptionText {

  private static final Pattern CONNECTION = Pattern.compile("\\s*ClientConnectionId:\\S+");
  private static final Pattern BREAKS = Pattern.compile("\\s+");

  private ExceptionText() {}

  static String of(Throwable error) {
    String message = error.getMessage() == null ? error.getClass().getName() : error.getMessage();
    String bare = CONNECTION.matcher(message).replaceAll("");
    return BREAKS.matcher(bare).replaceAll(" ").strip();
  }
}
