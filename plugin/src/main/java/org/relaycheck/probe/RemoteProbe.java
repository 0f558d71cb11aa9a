package org.relaycheck.proof;

import java.util.List;
import java.util.Optional;
import org.relaycheck.probe.Envelope;

/**
 * What is tried of a connector, for whoever tries it elsewhere.
 *
 * @param aim the connector and where it is called
 * @param envelope what is named and taken back; empty for none
 * @param expected what the policy says and the wire can show, a line each
 * @param sender from whom messages are sent; empty for their recipient
 * @param spared why many connections must not be opened; empty if they may
 */
public record Errand(
    Aim aim,
    Optional<Envelope> envelope,
    List<String> expected,
    Optional<String> sender,
    Optional<String> spared) {

  public Errand {
    expected = List.copyOf(expected);
  }

  /** All that can be called and is not to be off. */
  public static Optional<Errand> of(Aim aim, Clients clients, Plan plan) {
    Stated stated = aim.applicable();
    List<Claim> claims = Claims.of(stated, clients, plan.now());
    return aim.gap().isPresent() || stated.isOff()
        ? Optional.empty()
        : Optional.of(
            new Errand(
                aim,
                Claims.envelope(claims, clients),
                claims.stream().map(claim -> claim.topic() + " " + claim.expected()).toList(),
                clients.sender(),
                aim.spared()));
  }
}
