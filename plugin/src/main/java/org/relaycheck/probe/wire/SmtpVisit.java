package org.relaycheck.probe;

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
public record Visit(Call call, Optional<Envelope> envelope) {

  /** Some replies may be held back, each for as long as the line waits for one. */
  private static final Duration LIFE = Duration.ofMinutes(6);

  /** What came of it; never more than two connections, one after the other. */
  public Visited by(Lines lines) {
    Transcript plain = plain(lines);
    boolean offered =
        plain.reply(Step.HELLO).flatMap(hello -> hello.parameters("STARTTLS")).isPresent();
    boolean taken = plain.at(Step.RECIPIENT).filter(one -> one.response().isGood()).isPresent();
    return new Visited(plain, offered ? Optional.of(secure(lines, !taken)) : Optional.empty());
  }

  private Transcript plain(Lines lines) {
    try (Line line = call.open(lines, LIFE)) {
      List<Exchange> said = new ArrayList<>(line.opening());
      if (line.isOpen()) {
        envelope.ifPresent(one -> address(line, one, said));
        said.add(line.end());
      }
      return new Transcript(said);
    }
  }

  private Visited.Secure secure(Lines lines, boolean again) {
    try (Line line = call.open(lines, LIFE)) {
      List<Exchange> said = new ArrayList<>(line.opening());
      if (!line.isOpen()) {
        return new Visited.Secure(new Transcript(said), Optional.empty());
      }
      Handshake handshake = line.secure();
      said.addAll(handshake.exchanges());
      if (handshake instanceof Handshake.Secured) {
        envelope.filter(one -> again).ifPresent(one -> address(line, one, said));
        said.add(line.end());
      }
      return new Visited.Secure(new Transcript(said), Optional.of(handshake));
    }
  }

  /** Names sender and recipient, and takes them back. */
  private static void address(Line line, Envelope envelope, List<Exchange> said) {
    Exchange from = line.say(Step.SENDER, envelope.mailFrom());
    said.add(from);
    if (from.response().isGood()) {
      said.add(line.say(Step.RECIPIENT, envelope.rcptTo()));
      line.say(Step.END, "RSET");
    }
  }
}
