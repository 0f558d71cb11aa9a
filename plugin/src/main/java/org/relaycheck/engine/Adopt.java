package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.drift.Comparison;
import org.relaycheck.drift.Drift;
import org.relaycheck.drift.Finding;
import org.relaycheck.drift.Subject;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.report.Run;

/**
 * Edits policy files until they hold of what was found. Each edit is tried: the edited policy is
 * compared with the same answers, and an edit that does not close its findings, or opens another,
 * is left out and told.
 */
final class Adopt {

  private static final String NOT_CLOSED =
      "an edit in one place would not accept it, or would touch something else; edit it by hand";

  private final Request request;
  private final Files files;
  private final Run run;
  private final Set<Subject> open = new HashSet<>();
  private final List<String> told = new ArrayList<>();

  Adopt(Request request, Files files, Run run) {
    this.request = request;
    this.files = files;
    this.run = run;
    run.drift().findings().forEach(finding -> open.add(finding.subject()));
  }

  /**
   * What came of it.
   *
   * @param root the folder that the patch is applied in
   */
  Adoption in(Path root) {
    Edits edits = new Edits(files.policy(), request.policies(), run);
    List<Edit> wanted = edits.of(run.drift().findings());
    told.addAll(edits.told());
    List<Edit> inside = new ArrayList<>();
    for (Edit edit : wanted) {
      if (edit.file().startsWith(root.toAbsolutePath().normalize())) {
        inside.add(edit);
      } else {
        edit.findings().forEach(one -> tell(one, "its file lies outside of " + root));
      }
    }
    Drafts drafts = inside.isEmpty() ? new Drafts(Map.of()) : with(inside, new Drafts(Map.of()));
    told.sort(String::compareTo);
    return new Adoption(new UnifiedDiff(root.toAbsolutePath().normalize()).of(drafts), told);
  }

  /** Many at once where that does; in halves where it does not. */
  private Drafts with(List<Edit> edits, Drafts before) {
    Optional<Drafts> after = Optional.of(before);
    for (Edit edit : edits) {
      after = after.flatMap(edit::on);
    }
    Set<Subject> closed = new HashSet<>();
    edits.forEach(edit -> edit.findings().forEach(one -> closed.add(one.subject())));
    if (after.isPresent() && holds(after.get(), closed)) {
      open.removeAll(closed);
      return after.get();
    }
    if (edits.size() == 1) {
      edits.get(0).findings().forEach(one -> tell(one, NOT_CLOSED));
      return before;
    }
    int half = edits.size() / 2;
    Drafts first = with(edits.subList(0, half), before);
    return with(edits.subList(half, edits.size()), first);
  }

  private void tell(Finding finding, String why) {
    told.add(Edits.told(finding, why));
  }

  private boolean holds(Drafts drafts, Set<Subject> closed) {
    try {
      Drift drift =
          Comparison.between(
              ResourceTypes.policyReader()
                  .read(request.policies(), files.connections(), drafts.changed()),
              run.hosts(),
              ResourceTypes.catalogues());
      return drift.coverage().read() > 0
          && drift.findings().stream()
              .map(Finding::subject)
              .allMatch(subject -> open.contains(subject) && !closed.contains(subject));
    } catch (PolicyException wrong) {
      return false;
    }
  }
}
