package org.relaycheck.probe.expect;

import java.util.Optional;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.state.Place;
import org.relaycheck.state.Severity;

/**
 * One thing that a policy says and the wire can show.
 *
 * @param topic the setting, or what else it is about
 * @param expected what the policy says, in words
 * @param severity how much it matters if it is not so
 * @param place where the policy says it
 * @param judgement what came of it
 */
public record ProbeResult(
    String topic, String expected, Severity severity, Place place, WireVerdict judgement) {

  /** Why it is not so, or is inconclusive; empty if it is so. */
  public Optional<String> trouble() {
    if (judgement instanceof WireVerdict.Refuted refuted) {
      return Optional.of(refuted.evidence());
    }
    return judgement instanceof WireVerdict.Inconclusive inconclusive
        ? Optional.of(inconclusive.why())
        : Optional.empty();
  }

  /** The same about another severity. */
  ProbeResult weighing(Severity other) {
    return new ProbeResult(topic, expected, other, place, judgement);
  }
}
