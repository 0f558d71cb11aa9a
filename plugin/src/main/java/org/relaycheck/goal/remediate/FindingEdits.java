package org.relaycheck.goal.remediate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.Verdict;
import org.relaycheck.goal.export.SeenResource;
import org.relaycheck.policy.edit.PolicyDraftWriter;
import org.relaycheck.report.CheckRun;
import org.relaycheck.state.Address;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Severity;

/** The edits that findings call for; what no edit can accept is reported. */
final class FindingEdits {

  private final ServedResources serving;
  private final SettingEdits settings;
  private final PresenceEdits presences;
  private final Path first;
  private final List<LeftOut> told = new ArrayList<>();

  FindingEdits(Policy policy, PolicyFiles files, List<Path> policies, CheckRun run) {
    this.serving = new ServedResources(policy);
    this.settings = new SettingEdits(serving, files);
    this.presences = new PresenceEdits(serving, files, run.hosts());
    this.first = policies.get(0).toAbsolutePath().normalize();
  }

  List<LeftOut> told() {
    return List.copyOf(told);
  }

  List<FindingEdit> of(List<Finding> findings) {
    List<Finding> changes = new ArrayList<>();
    List<Finding> presence = new ArrayList<>();
    Map<Address, List<Finding>> unlisted = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.verdict() == Verdict.BROKEN) {
        continue;
      }
      Optional<String> obstacle = obstacle(finding);
      if (obstacle.isPresent()) {
        told.add(new LeftOut(finding, obstacle.get()));
      } else if (finding.verdict() == Verdict.DRIFTED) {
        changes.add(finding);
      } else if (finding.trail().origin().isPresent()) {
        presence.add(finding);
      } else if (finding.verdict() == Verdict.UNEXPECTED) {
        Address address = finding.subject().address();
        Address name = new Address(address.kind(), "", address.name()).key();
        unlisted.computeIfAbsent(name, one -> new ArrayList<>()).add(finding);
      }
    }
    List<FindingEdit> edits = new ArrayList<>(presences.of(presence, told));
    edits.addAll(settings.of(changes, told));
    unlisted.values().forEach(same -> edits.add(named(same)));
    return edits;
  }

  /** All that is broken in one line, for there is one thing to say of it. */
  static Optional<String> broken(List<Finding> findings) {
    long number =
        findings.stream()
            .filter(one -> one.verdict() == Verdict.BROKEN && one.severity() != Severity.IGNORE)
            .count();
    return number == 0
        ? Optional.empty()
        : Optional.of(
            "not adopted: what is broken, "
                + number
                + " in all: a policy cannot accept a broken rule; fix it, or waive it");
  }

  private static Optional<String> obstacle(Finding finding) {
    if (finding.subject().baseline().isPresent()) {
      return Optional.of(
          "it is from a baseline, and baselines are never edited; fix it, or" + " waive it");
    }
    return switch (finding.verdict()) {
      case UNCLEAR -> Optional.of("it could not be judged");
      case NOT_APPLICABLE -> Optional.of("the server does not have the setting");
      case WAIVED -> Optional.of("it is waived");
      case BROKEN, IN_SYNC -> Optional.empty();
      case DRIFTED -> change(finding).flatMap(FindingEdits::unstatable);
      case UNEXPECTED, MISSING ->
          finding.subject().address().name().isEmpty()
              ? Optional.of("no policy can name a server; connect it, or waive it")
              : PolicyDraftWriter.obstacle(finding.subject().address().name());
    };
  }

  static Optional<FindingRepair.Change<?>> change(Finding finding) {
    return finding
        .difference()
        .repair()
        .filter(FindingRepair.Change.class::isInstance)
        .map(repair -> (FindingRepair.Change<?>) repair);
  }

  private static <T> Optional<String> unstatable(FindingRepair.Change<T> change) {
    return SeenResource.unusual(change.statement().property(), change.reading().seen());
  }

  private FindingEdit named(List<Finding> same) {
    Address address = same.get(0).subject().address();
    List<String> hosts = same.stream().map(one -> one.subject().address().host()).toList();
    return new FindingEdit(
        same,
        first,
        List.of(address.kind(), address.name()),
        changes -> changes.name(address.kind(), address.name(), hosts));
  }
}
