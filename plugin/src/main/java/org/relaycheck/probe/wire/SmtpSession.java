package org.relaycheck.probe.wire;

import java.util.List;

/** A port to one SMTP session. Never throws for what a server or a network does. */
public interface SmtpSession extends AutoCloseable {

  /** The greeting and, unless it was unfriendly, the reply to EHLO. */
  List<CommandReply> opening();

  /**
   * Says a command and waits for the reply.
   *
   * @param step what for
   * @param command without the line end
   */
  CommandReply say(SessionStep step, String command);

  /**
   * Sends a message to whom was named before.
   *
   * @param text ASCII, with CR LF
   * @return the reply to DATA if that was a refusal, else the reply to the end of the message, with
   *     the time that the server took for it
   */
  CommandReply send(String text);

  /** STARTTLS, the handshake and a new EHLO. Whom to trust is not decided here. */
  TlsHandshake secure();

  /** QUIT, and waiting until the server has hung up, after which it counts the session no more. */
  CommandReply end();

  /** Hangs up, whatever was said. */
  @Override
  void close();

  /** Whether the server took the call. */
  default boolean isOpen() {
    return opening().stream().allMatch(exchange -> exchange.response().isGood());
  }
}
