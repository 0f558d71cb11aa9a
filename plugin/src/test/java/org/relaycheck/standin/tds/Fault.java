package org.relaycheck.standin.tds;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;

/** Something that goes wrong on the way to the client. */
public sealed interface Fault extends Reply {

  /** What came before is sent, then nothing more, even if the client cancels. */
  record Silence() implements Fault {
    @Override
    public void writeTo(Answer answer) throws IOException {
      answer.flush();
      answer.stall();
    }
  }

  /** What came before is sent, then nothing until the client cancels. */
  record Busy() implements Fault {
    @Override
    public void writeTo(Answer answer) throws IOException {
      answer.flush();
      answer.awaitCancel();
    }
  }

  /**
   * What comes after is sent one byte at a time, with a pause after each.
   *
   * @param stubborn whether this goes on when the client has cancelled
   */
  record Drip(Duration pause, boolean stubborn) implements Fault {
    @Override
    public void writeTo(Answer answer) throws IOException {
      answer.flush();
      answer.drip(this);
    }
  }

  /** What came before is sent, then the connection ends. */
  record Disconnect() implements Fault {
    @Override
    public void writeTo(Answer answer) throws IOException {
      answer.flush();
      throw new EOFException("the script ends the connection");
    }
  }

  /** The connection ends in the middle of the last of these rows. */
  record CutRow(Rows rows) implements Fault {
    @Override
    public void writeTo(Answer answer) throws IOException {
      rows.writeCut(answer.tokens());
      new Disconnect().writeTo(answer);
    }
  }
}
