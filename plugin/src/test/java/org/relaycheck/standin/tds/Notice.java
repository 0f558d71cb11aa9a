package org.relaycheck.standin.tds;

import java.io.IOException;

/** A message that is no error, such as what PRINT says. */
public record Notice(int number, int state, int severity, String message) implements Reply {
  private static final int INFO = 0xAB;
  private static final String SERVER = "TDS";

  @Override
  public void writeTo(Answer answer) throws IOException {
    write(answer.tokens(), INFO);
  }

  void write(TokenWriter out, int token) throws IOException {
    out.token(
        token,
        body ->
            body.le32(number)
                .u8(state)
                .u8(severity)
                .longText(message)
                .shortText(SERVER)
                .shortText("")
                .le32(1));
  }
}
