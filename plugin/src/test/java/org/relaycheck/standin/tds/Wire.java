package org.relaycheck.standin.tds;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The way to the client, which can turn into a trickle until the client has had enough. */
final class Wire extends OutputStream {
  private final OutputStream out;
  private final Inbox inbox;
  private Optional<Fault.Drip> drip = Optional.empty();
  private boolean cancelled;

  Wire(OutputStream out, Inbox inbox) {
    this.out = out;
    this.inbox = inbox;
  }

  /** From now on sends one byte at a time. */
  void drip(Fault.Drip how) {
    drip = Optional.of(how);
  }

  /** Sends nothing until the client cancels. */
  void awaitCancel() throws IOException {
    inbox.awaitCancel();
    cancelled = true;
  }

  /** Sends nothing until the connection is over, which is an IOException. */
  void stall() throws IOException {
    while (true) {
      inbox.awaitCancel();
    }
  }

  /** Whether the client has cancelled the reply under way. */
  boolean cancelled() {
    return cancelled;
  }

  /** A new reply starts: full speed, and nothing cancelled. */
  void reset() {
    drip = Optional.empty();
    cancelled = false;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b});
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int sent = 0;
    while (sent < length && dripping()) {
      out.write(bytes[from + sent++]);
      out.flush();
      cancelled |= inbox.cancelledWithin(drip.get().pause());
    }
    out.write(bytes, from + sent, length - sent);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  private boolean dripping() {
    return drip.isPresent() && (drip.get().stubborn() || !cancelled);
  }
}
