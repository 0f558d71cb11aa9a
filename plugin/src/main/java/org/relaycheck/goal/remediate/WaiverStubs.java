package org.relaycheck.goal.remediate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.HostNames;
import org.relaycheck.state.AcceptedDrift;
import org.relaycheck.state.Address;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Waiver;
import org.relaycheck.waivers.WaiverDraft;
import org.relaycheck.waivers.WaiversWriter;

/**
 * Waivers of all that was found and could fail a build, one for all hosts that have it alike.
 *
 * @param drift what was found
 * @param servers the name that each host's server gives itself, by the host
 * @param today in UTC
 */
record WaiverStubs(ComparisonResult drift, Map<String, String> servers, LocalDate today) {

  private static final int DAYS = 90;

  /** What is found alike on several hosts. */
  private record Alike(String kind, String name, AcceptedDrift accepted) {}

  /** The text of a file to paste from, without reason and owner; empty if nothing was found. */
  Optional<String> toPaste() {
    return text(
        "",
        "",
        List.of(
            "Paste the lines that you accept under 'waivers' of relay-waivers.yaml,",
            "and fill in reason and owner: without them they are refused."));
  }

  /** The text of a file that can be used as it is; empty if nothing was found. */
  Optional<String> snapshot() {
    return text(
        "found on " + today + ", and not looked at yet",
        "not named yet",
        List.of(
            "All that differed on " + today + ". Put it beside the policy as relay-waivers.yaml,",
            "or add its lines to those that are there. From then on only what is new fails."));
  }

  private Optional<String> text(String reason, String owner, List<String> head) {
    Waiver.Grant grant =
        new Waiver.Grant(reason, owner, today.plusDays(DAYS), Optional.empty(), Optional.empty());
    List<WaiverDraft> drafts = new ArrayList<>();
    alike()
        .forEach(
            (what, where) -> {
              List<String> hosts = where.stream().map(Address::host).distinct().toList();
              String name = where.first().name();
              Waiver.Scope scope =
                  new Waiver.Scope(
                      what.kind(), hosts.size() == 1 ? name : general(where.first()), hosts);
              drafts.add(new WaiverDraft(scope, what.accepted(), grant));
            });
    return drafts.isEmpty() ? Optional.empty() : Optional.of(WaiversWriter.text(drafts, head));
  }

  /** A name as waivers take it of several hosts: of their servers' names the mark. */
  private String general(Address address) {
    String server = servers.getOrDefault(address.host(), address.host());
    return HostNames.general(address.name(), server);
  }

  /** In the order of the findings. */
  private Map<Alike, SortedSet<Address>> alike() {
    Map<Alike, SortedSet<Address>> alike = new LinkedHashMap<>();
    for (Finding finding : drift.findings()) {
      Address address = finding.subject().address();
      accepted(finding)
          .map(what -> new Alike(address.kind(), Address.folded(general(address)), what))
          .ifPresent(what -> alike.computeIfAbsent(what, a -> new TreeSet<>()).add(address));
    }
    return alike;
  }

  /**
   * What would have to be accepted; empty if it fails nothing, or cannot be. What only fixes would
   * break is not there once the drift is accepted.
   */
  private static Optional<AcceptedDrift> accepted(Finding finding) {
    if (finding.severity() == Severity.IGNORE) {
      return Optional.empty();
    }
    return switch (finding.verdict()) {
      case MISSING -> Optional.of(new AcceptedDrift.Existence(false));
      case UNEXPECTED -> Optional.of(new AcceptedDrift.Existence(true));
      case DRIFTED, BROKEN ->
          finding.difference().repair().flatMap(repair -> accepted(finding, repair));
      case IN_SYNC, UNCLEAR, NOT_APPLICABLE, WAIVED -> Optional.empty();
    };
  }

  private static Optional<AcceptedDrift> accepted(Finding finding, FindingRepair repair) {
    if (repair instanceof FindingRepair.Change<?> change) {
      return Optional.of(value(change));
    }
    return repair instanceof FindingRepair.Reconcile rule && !rule.onlyOnceFixed()
        ? finding.subject().rule().map(id -> new AcceptedDrift.Broken(id, rule.values()))
        : Optional.empty();
  }

  private static <T> AcceptedDrift value(FindingRepair.Change<T> change) {
    return new AcceptedDrift.Value<>(
        change.statement().property(), change.reading().seen().known());
  }
}
