package org.relaycheck.jdbc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket of the driver, whose session is told when the server says something. */
final class SessionSocket extends Socket {

  private final SessionThread session;

  SessionSocket(SessionThread session) throws IOException {
    this.session = session;
    session.keep(this);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {

      @Override
      public int read() throws IOException {
        return heard(super.read());
      }

      @Override
      public int read(byte[] bytes, int start, int length) throws IOException {
        return heard(super.read(bytes, start, length));
      }
    };
  }

  private int heard(int read) throws IOException {
    if (read >= 0) {
      session.heard();
    }
    return read;
  }
}
