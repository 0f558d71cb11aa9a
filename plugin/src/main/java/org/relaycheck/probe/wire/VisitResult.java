package org.relaycheck.probe.wire;

import java.util.Optional;

/**
 * What two short sessions showed.
 *
 * @param plain without TLS
 * @param secure with TLS; empty if that was not tried
 */
public record VisitResult(SessionTranscript plain, Optional<Secure> secure) {

  /**
   * A session with TLS.
   *
   * @param transcript what was said
   * @param handshake what came of asking for TLS; empty if the session did not come so far
   */
  public record Secure(SessionTranscript transcript, Optional<TlsHandshake> handshake) {}

  /** The reply to EHLO. */
  public Optional<SmtpResponse.Reply> hello() {
    return plain.reply(SessionStep.HELLO).filter(SmtpResponse::isGood);
  }

  /** The certificate. */
  public Optional<CertificateChain> chain() {
    return secure
        .flatMap(Secure::handshake)
        .filter(TlsHandshake.Secured.class::isInstance)
        .map(done -> ((TlsHandshake.Secured) done).chain());
  }

  /**
   * The step in the session that came farther with it: with TLS where the plain one was refused.
   */
  public Optional<CommandReply> best(SessionStep step) {
    Optional<CommandReply> first = plain.at(step);
    Optional<CommandReply> second = secure.flatMap(one -> one.transcript().at(step));
    return first.filter(one -> one.response().isGood()).isPresent() || second.isEmpty()
        ? first
        : second;
  }
}
