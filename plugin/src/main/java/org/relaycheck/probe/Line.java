package org.relaycheck.probe;

import java.util.List;

/** A port to one SMTP session. Never throws for what a server or a network does. */
public interface Line extends AutoCloseable {

  /** The greeting and, unless it was unfriendly, the reply to EHLO. */
  List<Exchange> opening();

  /**
   * Says a command, or the text of a message with its last line, and waits for the reply.
   *
   * @param step what for
   * @param text without the line end
   */
  Exchange say(Step step, String text);

  /** STARTTLS, the handshake and a new EHLO. Whom to trust is not decided here. */
  Handshake secure();

  /** QUIT, and waiting until the server has hung up, after which it counts the session no more. */
  Exchange end();

  /** Hangs up, whatever was said. */
  @Override
  void close();

  /** Whether the server took the call. */
  default boolean isOpen() {
    return opening().stream().allMatch(exchange -> exchange.response().isGood());
  }
}
