package org.relaycheck.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.relaycheck.compare.FindingRepair;

/**
 * The order of steps of several kinds of which later ones use earlier ones: what is made is made
 * before it is used, what is removed goes after its last use.
 */
final class StepOrder {

  private StepOrder() {}

  /** Makers first, kind by kind, then changes, then removals with the last kind first. */
  static List<ScriptStep> of(List<KindRemediation> remediations) {
    List<KindRemediation> backwards = new ArrayList<>(remediations);
    Collections.reverse(backwards);
    return Stream.of(
            steps(remediations, StepOrder::makes),
            steps(remediations, step -> !makes(step) && !removes(step)),
            steps(backwards, StepOrder::removes))
        .flatMap(steps -> steps)
        .toList();
  }

  private static Stream<ScriptStep> steps(
      List<KindRemediation> remediations, Predicate<ScriptStep> which) {
    return remediations.stream().flatMap(remediation -> remediation.steps().stream()).filter(which);
  }

  private static boolean makes(ScriptStep step) {
    return repairs(step).anyMatch(FindingRepair.Create.class::isInstance);
  }

  private static boolean removes(ScriptStep step) {
    return repairs(step).anyMatch(FindingRepair.Remove.class::isInstance);
  }

  private static Stream<FindingRepair> repairs(ScriptStep step) {
    return step.findings().stream().flatMap(f -> f.difference().repair().stream());
  }
}
