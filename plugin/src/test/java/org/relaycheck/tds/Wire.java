package org.relaycheck.tds;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** The way to the client, which can turn into a trickle until the client has had enough. */
final class Wire extends OutputStream {
  private final OutputStream out;
  private final Inbox inbox;
  private Duration pause = Duration.ZERO;
  private boolean dripping;
  private boolean cancelled;

  Wire(OutputStream out, Inbox inbox) {
    this.out = out;
    this.inbox = inbox;
  }

  /** From now on sends one byte at a time, with a pause after each. */
  void drip(Duration rest) {
    dripping = true;
    pause = rest;
  }

  /** Sends nothing until the client cancels. */
  void hush() throws IOException {
    inbox.awaitCancel();
    cancelled = true;
  }

  /** Whether the client has cancelled the reply under way. */
  boolean cancelled() {
    return cancelled;
  }

  /** A new reply starts: full speed, and nothing cancelled. */
  void reset() {
    dripping = false;
    cancelled = false;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b});
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int sent = dripping ? trickle(bytes, from, length) : 0;
    out.write(bytes, from + sent, length - sent);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** The number of bytes sent before the client cancelled. */
  private int trickle(byte[] bytes, int from, int length) throws IOException {
    int sent = 0;
    while (sent < length && !cancelled) {
      out.write(bytes[from + sent++]);
      out.flush();
      cancelled = inbox.cancelledWithin(pause);
    }
    return sent;
  }
}
