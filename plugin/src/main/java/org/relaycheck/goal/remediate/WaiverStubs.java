package org.relaycheck.goal.remediate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.HostNames;
import org.relaycheck.state.AcceptedDrift;
import org.relaycheck.state.Address;
import org.relaycheck.state.BreachValue;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Waiver;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Raw;
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

  /** What is found alike on several hosts, with the mark for their servers' names. */
  private record Alike(String kind, String name, AcceptedDrift accepted) {}

  /** What is found on one. */
  private record Found(Address address, AcceptedDrift accepted) {}

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
              List<String> hosts = where.stream().map(one -> one.address().host()).toList();
              Found first = where.get(0);
              boolean alone = hosts.size() == 1;
              String name = alone ? first.address().name() : general(first.address());
              Waiver.Scope scope = new Waiver.Scope(what.kind(), name, hosts);
              drafts.add(new WaiverDraft(scope, alone ? first.accepted() : what.accepted(), grant));
            });
    return drafts.isEmpty() ? Optional.empty() : Optional.of(WaiversWriter.text(drafts, head));
  }

  /** A name as waivers take it of several hosts: of their servers' names the mark. */
  private String general(Address address) {
    return HostNames.general(address.name(), server(address));
  }

  private String server(Address address) {
    return servers.getOrDefault(address.host(), address.host());
  }

  private static AcceptedDrift general(AcceptedDrift accepted, String server) {
    if (accepted instanceof AcceptedDrift.Value<?> value) {
      return general(value, server);
    }
    return accepted instanceof AcceptedDrift.Broken rule
        ? new AcceptedDrift.Broken(
            rule.id(),
            rule.values().stream().<BreachValue<?>>map(one -> general(one, server)).toList())
        : accepted;
  }

  private static <T> AcceptedDrift general(AcceptedDrift.Value<T> one, String server) {
    return new AcceptedDrift.Value<>(one.row(), general(one.row(), one.value(), server));
  }

  private static <T> BreachValue<T> general(BreachValue<T> one, String server) {
    return new BreachValue<>(
        HostNames.general(one.resource(), server),
        one.row(),
        general(one.row(), one.value(), server));
  }

  /** A text may hold the name of the server; no other value does. */
  private static <T> Optional<T> general(Property<T> row, Optional<T> value, String server) {
    return value.map(
        one ->
            row.type().write(one) instanceof Literal.Str text
                ? row.read(Raw.text(HostNames.general(text.text(), server))).known().orElse(one)
                : one);
  }

  /** In the order of the findings. */
  private Map<Alike, List<Found>> alike() {
    Map<Alike, Map<Address, Found>> alike = new LinkedHashMap<>();
    for (Finding finding : drift.findings()) {
      Address address = finding.subject().address();
      accepted(finding)
          .ifPresent(
              what ->
                  alike
                      .computeIfAbsent(
                          new Alike(
                              address.kind(),
                              Address.folded(general(address)),
                              general(what, server(address))),
                          one -> new LinkedHashMap<>())
                      .putIfAbsent(address.key(), new Found(address, what)));
    }
    Map<Alike, List<Found>> found = new LinkedHashMap<>();
    alike.forEach((what, where) -> found.put(what, List.copyOf(where.values())));
    return found;
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
