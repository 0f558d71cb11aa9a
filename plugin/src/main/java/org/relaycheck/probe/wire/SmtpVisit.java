package org.relaycheck.probe.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two short sessions with a server, one of them with TLS if it offers that. No message is sent:
 * both end before DATA.
 *
 * @param call the server
 * @param envelope to be tried; empty for none
 */
public record SmtpVisit(ServerCall call, Optional<MailEnvelope> envelope) {

  /** Some replies may be held back, each for as long as the line waits for one. */
  private static final Duration LIFE = Duration.ofMinutes(6);

  /** What came of it; never more than two connections, one after the other. */
  public VisitResult by(SmtpServers lines) {
    SessionTranscript plain = plain(lines);
    boolean offered =
        plain.reply(SessionStep.HELLO).flatMap(hello -> hello.parameters("STARTTLS")).isPresent();
    boolean taken =
        plain.at(SessionStep.RECIPIENT).filter(one -> one.response().isGood()).isPresent();
    return new VisitResult(plain, offered ? Optional.of(secure(lines, !taken)) : Optional.empty());
  }

  private SessionTranscript plain(SmtpServers lines) {
    try (SmtpSession line = call.open(lines, LIFE)) {
      List<CommandReply> said = new ArrayList<>(line.opening());
      if (line.isOpen()) {
        envelope.ifPresent(one -> address(line, one, said));
        said.add(line.end());
      }
      return new SessionTranscript(said);
    }
  }

  private VisitResult.Secure secure(SmtpServers lines, boolean again) {
    try (SmtpSession line = call.open(lines, LIFE)) {
      List<CommandReply> said = new ArrayList<>(line.opening());
      if (!line.isOpen()) {
        return new VisitResult.Secure(new SessionTranscript(said), Optional.empty());
      }
      TlsHandshake handshake = line.secure();
      said.addAll(handshake.exchanges());
      if (handshake instanceof TlsHandshake.Secured) {
        envelope.filter(one -> again).ifPresent(one -> address(line, one, said));
        said.add(line.end());
      }
      return new VisitResult.Secure(new SessionTranscript(said), Optional.of(handshake));
    }
  }

  /** Names sender and recipient, and takes them back. */
  private static void address(SmtpSession line, MailEnvelope envelope, List<CommandReply> said) {
    CommandReply from = line.say(SessionStep.SENDER, envelope.mailFrom());
    said.add(from);
    if (from.response().isGood()) {
      said.add(line.say(SessionStep.RECIPIENT, envelope.rcptTo()));
      line.say(SessionStep.END, "RSET");
    }
  }
}
