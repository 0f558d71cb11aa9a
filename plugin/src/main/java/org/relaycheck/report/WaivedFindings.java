package org.relaycheck.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.compare.FindingGroup;
import org.relaycheck.state.Waiver;

/** All that is waived, on one line of a build's log; the reports have each. */
final class WaivedFindings {

  private WaivedFindings() {}

  /** How many there are, and which waiver ends first; empty if nothing is waived. */
  static Optional<String> text(List<FindingGroup> waived) {
    int number = waived.stream().mapToInt(group -> group.findings().size()).sum();
    return waived.stream()
        .flatMap(group -> group.first().trail().waiver().stream())
        .min(Comparator.comparing(Waiver.Grant::until))
        .map(
            next ->
                "w "
                    + RunSummary.number(number, "finding")
                    + " waived; the next waiver to end is that of "
                    + next.owner()
                    + " on "
                    + next.until());
  }
}
