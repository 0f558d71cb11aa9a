package org.relaycheck.proof;

import java.util.Optional;
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
public record Point(
    String topic, String expected, Severity severity, Place place, Judgement judgement) {

  /** Why it is not so, or cannot be told; empty if it is so. */
  public Optional<String> trouble() {
    if (judgement instanceof Judgement.Refuted refuted) {
      return Optional.of(refuted.evidence());
    }
    return judgement instanceof Judgement.Untold untold
        ? Optional.of(untold.why())
        : Optional.empty();
  }

  /** The same about another severity. */
  Point weighing(Severity other) {
    return new Point(topic, expected, other, place, judgement);
  }
}
