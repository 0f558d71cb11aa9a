package org.relaycheck.probe;

import java.util.List;
import java.util.Optional;
import org.relaycheck.probe.expect.WireExpectation;
import org.relaycheck.probe.expect.WireExpectations;
import org.relaycheck.probe.plan.ProbePlan;
import org.relaycheck.probe.plan.ProbeTarget;
import org.relaycheck.probe.plan.SendingAccounts;
import org.relaycheck.probe.plan.StatedValues;
import org.relaycheck.probe.wire.MailEnvelope;

/**
 * What is tried of a connector, for whoever tries it elsewhere.
 *
 * @param target the connector and where it is called
 * @param envelope what is named and taken back; empty for none
 * @param expected what the policy says and the wire can show, a line each
 * @param sender from whom messages are sent; empty for their recipient
 * @param spared why many connections must not be opened; empty if they may
 */
public record RemoteProbe(
    ProbeTarget target,
    Optional<MailEnvelope> envelope,
    List<String> expected,
    Optional<String> sender,
    Optional<String> spared) {

  public RemoteProbe {
    expected = List.copyOf(expected);
  }

  /** All that can be called and is not to be off. */
  public static Optional<RemoteProbe> of(
      ProbeTarget target, SendingAccounts clients, ProbePlan plan) {
    StatedValues stated = target.applicable();
    List<WireExpectation> expectations = WireExpectations.of(stated, clients, plan.now());
    return target.gap().isPresent() || stated.isOff()
        ? Optional.empty()
        : Optional.of(
            new RemoteProbe(
                target,
                WireExpectations.envelope(expectations, clients),
                expectations.stream()
                    .map(expectation -> expectation.topic() + " " + expectation.expected())
                    .toList(),
                clients.sender(),
                target.spared()));
  }
}
