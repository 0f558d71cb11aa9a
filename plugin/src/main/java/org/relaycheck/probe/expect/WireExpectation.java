package org.relaycheck.proof;

import java.util.Optional;
import org.relaycheck.probe.Visited;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;

/** Something that a policy says and a visit can show. */
interface Claim {

  /** The setting, or what else it is about. */
  String topic();

  /** What the policy says, in words. */
  String expected();

  /** The line of the policy that says it. */
  Statement<?> source();

  /** What was read of a connector that explains a reply; empty if nothing was. */
  default Optional<String> read(Aim aim) {
    return Optional.empty();
  }

  /** What a visit says to it; empty if a visit cannot show it, which is no fault of anybody's. */
  Optional<Judgement> judge(Visited visited);

  /** How much it matters, now that it is judged. */
  default Severity severity(Judgement judgement) {
    return source().severity();
  }

  /** The claim with what came of it. */
  default Point point(Judgement judgement) {
    return new Point(
        topic(), expected(), severity(judgement), source().origin().place(), judgement);
  }
}
