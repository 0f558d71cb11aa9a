package org.relaycheck.standin.tds;

import java.io.IOException;

/** The end of a statement, a procedure or a cancelled reply. */
record Done(Kind kind, int status, int command, long rows) {
  private static final int MORE = 0x01;
  private static final int ERROR = 0x02;
  private static final int COUNT = 0x10;
  private static final int CANCELLED = 0x20;
  private static final int SELECT = 0xC1;
  private static final int UPDATE = 0xC5;

  static Done plain() {
    return new Done(Kind.BATCH, 0, 0, 0);
  }

  static Done selected(long rows) {
    return new Done(Kind.BATCH, COUNT, SELECT, rows);
  }

  static Done updated(long rows) {
    return new Done(Kind.BATCH, COUNT, UPDATE, rows);
  }

  static Done failed() {
    return new Done(Kind.BATCH, ERROR, 0, 0);
  }

  static Done cancelled() {
    return new Done(Kind.BATCH, CANCELLED, 0, 0);
  }

  Done as(Kind other) {
    return new Done(other, status, command, rows);
  }

  /** The same, when it is not the last one of its message. */
  Done more() {
    return new Done(kind, status | MORE, command, rows);
  }

  void write(TokenWriter out) throws IOException {
    out.u8(kind.token).le16(status).le16(command).le64(rows);
  }

  /** What has ended. */
  enum Kind {
    BATCH(0xFD),
    PROCEDURE(0xFE),
    IN_PROCEDURE(0xFF);

    private final int token;

    Kind(int token) {
      this.token = token;
    }
  }
}
