package org.relaycheck.standin.tds;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the client has sent and nobody has answered yet; filled by its own thread. */
final class Inbox implements Runnable {
  private static final Message END = new Message(-1, new byte[0]);

  private final LinkedBlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final PacketReader packets;
  private final Journal journal;

  Inbox(PacketReader packets, Journal journal) {
    this.packets = packets;
    this.journal = journal;
  }

  @Override
  public void run() {
    try {
      while (true) {
        receive(packets.next());
      }
    } catch (IOException e) {
      // the client left or the server is closing
    } finally {
      messages.add(END);
    }
  }

  private void receive(Message message) {
    if (message.type() == Message.ATTENTION) {
      journal.attention();
    }
    messages.add(message);
  }

  /** Waits for the next message; the end of the connection is an {@link EOFException}. */
  Message next() throws IOException {
    try {
      return present(messages.take());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits that long for the client to cancel the reply it is being sent. */
  boolean cancelledWithin(Duration patience) throws IOException {
    try {
      Message message = messages.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      return message != null && cancels(present(message));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits for the client to cancel the reply, however long it takes. */
  void awaitCancel() throws IOException {
    cancels(next());
  }

  private static boolean cancels(Message message) {
    return message.expect(Message.ATTENTION) == message;
  }

  private static Message present(Message message) throws EOFException {
    if (message.equals(END)) {
      throw new EOFException("the connection is over");
    }
    return message;
  }

  private static InterruptedIOException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException exception = new InterruptedIOException("the server is closing");
    exception.initCause(cause);
    return exception;
  }
}
