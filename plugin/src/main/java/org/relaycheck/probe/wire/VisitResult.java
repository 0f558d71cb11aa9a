package org.relaycheck.probe;

import java.util.Optional;

/**
 * What two short sessions showed.
 *
 * @param plain without TLS
 * @param secure with TLS; empty if that was not tried
 */
public record Visited(Transcript plain, Optional<Secure> secure) {

  /**
   * A session with TLS.
   *
   * @param transcript what was said
   * @param handshake what came of asking for TLS; empty if the session did not come so far
   */
  public record Secure(Transcript transcript, Optional<Handshake> handshake) {}

  /** The reply to EHLO. */
  public Optional<Response.Reply> hello() {
    return plain.reply(Step.HELLO).filter(Response::isGood);
  }

  /** The certificate. */
  public Optional<Chain> chain() {
    return secure
        .flatMap(Secure::handshake)
        .filter(Handshake.Secured.class::isInstance)
        .map(done -> ((Handshake.Secured) done).chain());
  }

  /**
   * The step in the session that came farther with it: with TLS where the plain one was refused.
   */
  public Optional<Exchange> best(Step step) {
    Optional<Exchange> first = plain.at(step);
    Optional<Exchange> second = secure.flatMap(one -> one.transcript().at(step));
    return first.filter(one -> one.response().isGood()).isPresent() || second.isEmpty()
        ? first
        : second;
  }
}
