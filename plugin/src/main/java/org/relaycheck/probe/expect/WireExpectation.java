package org.relaycheck.probe.expect;

import java.util.Optional;
import org.relaycheck.probe.plan.ProbeTarget;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.probe.wire.VisitResult;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;

/** Something that a policy says and a visit can show. */
public interface WireExpectation {

  /** The setting, or what else it is about. */
  String topic();

  /** What the policy says, in words. */
  String expected();

  /** The line of the policy that says it. */
  Statement<?> source();

  /** What was read of a connector that explains a reply; empty if nothing was. */
  default Optional<String> read(ProbeTarget target) {
    return Optional.empty();
  }

  /** What a visit says to it; empty if a visit cannot show it, which is no fault of anybody's. */
  Optional<WireVerdict> judge(VisitResult visited);

  /** How much it matters, now that it is judged. */
  default Severity severity(WireVerdict judgement) {
    return source().severity();
  }

  /** The expectation with what came of it. */
  default ProbeResult result(WireVerdict judgement) {
    return new ProbeResult(
        topic(), expected(), severity(judgement), source().origin().place(), judgement);
  }
}
