package org.relaycheck.standin.tds;

import java.io.IOException;

/** An error raised by a statement or a login. */
public record Failure(int number, int state, int severity, String message) implements Reply {
  private static final int ERROR = 0xAA;

  /** Error 18456, as a server refuses a password without saying why. */
  public static Failure loginFailed(String user) {
    return new Failure(18456, 1, 14, "Login failed for user '" + user + "'.");
  }

  @Override
  public void writeTo(Answer answer) throws IOException {
    new Notice(number, state, severity, message).write(answer.tokens(), ERROR);
    answer.done(Done.failed());
  }
}
