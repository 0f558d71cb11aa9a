package org.relaycheck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.state.Severity;

/**
 * What a change of a policy does to what is found, if both policies meet the same hosts at the same
 * moment.
 *
 * @param base the files of the policy before, as the user named them
 * @param fixes what was found with the policy before and no longer is, or is accepted now
 * @param breaks what is found only now, or matters more than before
 * @param unchanged what is found with both
 * @param broken the subjects of what it breaks
 */
public record PolicyChange(
    List<String> base,
    List<Finding> fixes,
    List<Finding> breaks,
    List<Finding> unchanged,
    Set<List<Object>> broken) {

  public PolicyChange {
    base = List.copyOf(base);
    fixes = List.copyOf(fixes);
    breaks = List.copyOf(breaks);
    unchanged = List.copyOf(unchanged);
    broken = Set.copyOf(broken);
  }

  /**
   * Compares what two policies find.
   *
   * @param base the files of the policy before
   */
  public static PolicyChange between(
      List<String> base, ComparisonResult before, ComparisonResult now) {
    Map<List<Object>, Finding> known = new HashMap<>();
    before.findings().stream()
        .filter(PolicyChange::isOpen)
        .forEach(finding -> known.put(finding.subject().key(), finding));
    List<Finding> breaks = new ArrayList<>();
    List<Finding> unchanged = new ArrayList<>();
    Map<List<Object>, Finding> accepted = new HashMap<>();
    for (Finding finding : now.findings()) {
      if (isOpen(finding)) {
        Finding former = known.remove(finding.subject().key());
        boolean same = former != null && former.severity().reaches(finding.severity());
        (same ? unchanged : breaks).add(finding);
      } else if (finding.verdict() == Verdict.WAIVED) {
        accepted.put(finding.subject().key(), finding);
      }
    }
    List<Finding> fixes =
        before.findings().stream()
            .filter(finding -> known.containsKey(finding.subject().key()))
            .map(finding -> accepted.getOrDefault(finding.subject().key(), finding))
            .toList();
    Set<List<Object>> broken =
        breaks.stream().map(finding -> finding.subject().key()).collect(Collectors.toSet());
    return new PolicyChange(base, fixes, breaks, unchanged, broken);
  }

  /** What somebody has to act on. */
  private static boolean isOpen(Finding finding) {
    return switch (finding.verdict()) {
      case MISSING, DRIFTED, UNEXPECTED, BROKEN, UNCLEAR -> finding.severity() != Severity.IGNORE;
      case IN_SYNC, NOT_APPLICABLE, WAIVED -> false;
    };
  }

  /** Whether it is found only now, or matters more than before. */
  public boolean isBrokenBy(Finding finding) {
    return broken.contains(finding.subject().key());
  }
}
