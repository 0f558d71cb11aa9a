package org.relaycheck.remedy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.relaycheck.drift.Repair;

/**
 * The order of steps of several kinds of which later ones use earlier ones: what is made is made
 * before it is used, what is removed goes after its last use.
 */
final class Sequence {

  private Sequence() {}

  /** Makers first, kind by kind, then changes, then removals with the last kind first. */
  static List<Step> of(List<Mending> mendings) {
    List<Mending> backwards = new ArrayList<>(mendings);
    Collections.reverse(backwards);
    return Stream.of(
            steps(mendings, Sequence::makes),
            steps(mendings, step -> !makes(step) && !removes(step)),
            steps(backwards, Sequence::removes))
        .flatMap(steps -> steps)
        .toList();
  }

  private static Stream<Step> steps(List<Mending> mendings, Predicate<Step> which) {
    return mendings.stream().flatMap(mending -> mending.steps().stream()).filter(which);
  }

  private static boolean makes(Step step) {
    return repairs(step).anyMatch(Repair.Create.class::isInstance);
  }

  private static boolean removes(Step step) {
    return repairs(step).anyMatch(Repair.Remove.class::isInstance);
  }

  private static Stream<Repair> repairs(Step step) {
    return step.findings().stream().flatMap(f -> f.difference().repair().stream());
  }
}
