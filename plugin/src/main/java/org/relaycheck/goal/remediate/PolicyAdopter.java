package org.relaycheck.goal.remediate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Subject;
import org.relaycheck.yaml.PolicyException;

/**
 * Edits policy files until they hold of what was found. All edits are made at once and tried
 * together: the edited policy is compared with the same answers, and an edit that does not close
 * its findings, or opens another, is left out and told.
 */
final class PolicyAdopter {

  private static final String NOT_CLOSED =
      "no single edit would accept just this; edit the policy by hand";

  private final ComparisonResult found;
  private final PolicyFiles files;
  private final DraftTrial trial;
  private final Set<Subject> open = new HashSet<>();
  private final List<LeftOut> told = new ArrayList<>();

  /**
   * Before anything is edited.
   *
   * @param found what a comparison found
   * @param files where edits are made
   * @param trial what they are tried by
   */
  PolicyAdopter(ComparisonResult found, PolicyFiles files, DraftTrial trial) {
    this.found = found;
    this.files = files;
    this.trial = trial;
    found.findings().forEach(finding -> open.add(finding.subject()));
  }

  /**
   * What came of it.
   *
   * @param edits what the findings call for
   * @param root the folder that the patch is applied in, absolute
   */
  Adoption of(FindingEdits edits, Path root) {
    List<FindingEdit> wanted = edits.of(found.findings());
    told.addAll(edits.told());
    Set<FindingEdit> inside = new LinkedHashSet<>();
    for (FindingEdit edit : wanted) {
      if (edit.file().startsWith(root)) {
        inside.add(edit);
      } else {
        edit.findings().forEach(one -> tell(one, "its file lies outside of " + root));
      }
    }
    PolicyDrafts drafts = files.with(holding(Set.of(), inside));
    List<String> lines = new ArrayList<>(LeftOut.lines(told));
    FindingEdits.broken(found.findings()).ifPresent(lines::add);
    lines.sort(String::compareTo);
    return new Adoption(drafts, lines);
  }

  /** Of some edits those that hold, with all of others that do. */
  private Set<FindingEdit> holding(Set<FindingEdit> before, Collection<FindingEdit> edits) {
    Set<FindingEdit> left = new LinkedHashSet<>(edits);
    while (!left.isEmpty()) {
      PolicyDrafts drafts = files.with(both(before, left));
      Faults faults = faults(drafts, left);
      if (faults.none()) {
        return left;
      }
      if (faults.edits().isEmpty()) {
        return left.size() == 1 ? leftOut(left) : halves(before, List.copyOf(left));
      }
      leftOut(faults.edits());
      left.removeAll(faults.edits());
    }
    return left;
  }

  /** Where nothing tells which edit is at fault. */
  private Set<FindingEdit> halves(Set<FindingEdit> before, List<FindingEdit> edits) {
    int half = edits.size() / 2;
    Set<FindingEdit> first = holding(before, edits.subList(0, half));
    return both(first, holding(both(before, first), edits.subList(half, edits.size())));
  }

  private static Set<FindingEdit> both(Set<FindingEdit> some, Set<FindingEdit> others) {
    Set<FindingEdit> both = new LinkedHashSet<>(some);
    both.addAll(others);
    return both;
  }

  private Set<FindingEdit> leftOut(Set<FindingEdit> wrong) {
    wrong.forEach(edit -> edit.findings().forEach(one -> tell(one, NOT_CLOSED)));
    return Set.of();
  }

  private void tell(Finding finding, String why) {
    told.add(new LeftOut(finding, why));
  }

  /** What is wrong with a draft, and which edits are at fault as far as that can be told. */
  private record Faults(boolean none, Set<FindingEdit> edits) {}

  private Faults faults(PolicyDrafts drafts, Set<FindingEdit> edits) {
    if (!drafts.refused().isEmpty()) {
      return new Faults(false, drafts.refused());
    }
    SuspectEdits suspects = new SuspectEdits(edits);
    Set<FindingEdit> wrong = new LinkedHashSet<>();
    try {
      ComparisonResult drift = trial.of(drafts.texts());
      List<Subject> unwanted = unwanted(drift, edits);
      unwanted.forEach(subject -> wrong.addAll(suspects.of(subject)));
      return new Faults(drift.coverage().read() > 0 && unwanted.isEmpty(), wrong);
    } catch (PolicyException refused) {
      DraftPlaces places = new DraftPlaces(files, drafts);
      refused.problems().stream()
          .flatMap(problem -> places.around(problem.place()).stream())
          .forEach(entry -> wrong.addAll(suspects.of(entry)));
      return new Faults(false, wrong);
    }
  }

  /** What was not found before, or should be closed. */
  private List<Subject> unwanted(ComparisonResult drift, Set<FindingEdit> edits) {
    Set<Subject> closed = new HashSet<>();
    edits.forEach(edit -> edit.findings().forEach(one -> closed.add(one.subject())));
    return drift.findings().stream()
        .map(Finding::subject)
        .filter(subject -> !open.contains(subject) || closed.contains(subject))
        .toList();
  }
}
