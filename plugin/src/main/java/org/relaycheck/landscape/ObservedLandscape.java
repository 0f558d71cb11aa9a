package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.compare.ComparisonCoverage;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.input.PlannedFixes;
import org.relaycheck.landscape.input.PolicyStatements;
import org.relaycheck.landscape.input.SettingInputs;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Policy;

/** Makes landscapes of what was found: as it is, and as the policy's fixes would leave it. */
public final class ObservedLandscape {

  private final SortedMap<String, HostState> hosts;
  private final SiteKnowledge site;
  private final PolicyStatements statements;
  private final Set<Address> compared;
  private final PlannedFixes wanted;
  private final Landscape now;

  /**
   * Of a comparison.
   *
   * @param hosts what became of each host
   * @param drift what came of comparing, of which the resources that were compared count
   */
  public ObservedLandscape(
      SortedMap<String, HostState> hosts,
      Policy policy,
      ComparisonResult drift,
      SiteKnowledge site) {
    this.hosts = hosts;
    this.site = site;
    this.statements = new PolicyStatements(policy);
    this.compared = new HashSet<>(drift.coverage().judged());
    this.wanted = PlannedFixes.of(drift);
    this.now = landscape(PlannedFixes.none());
  }

  /** Of what was read without a policy: all of it is looked at. */
  public static Landscape of(SortedMap<String, HostState> hosts, SiteKnowledge site) {
    List<Address> all = new ArrayList<>();
    for (HostState state : hosts.values()) {
      if (state instanceof HostState.Read read) {
        read.kinds()
            .values()
            .forEach(kind -> kind.resources().forEach(one -> all.add(one.address())));
      }
    }
    ComparisonCoverage coverage = new ComparisonCoverage(0, 0, all, List.of());
    ComparisonResult drift = new ComparisonResult(List.of(), Map.of(), coverage);
    return new ObservedLandscape(hosts, new Policy(List.of(), Map.of()), drift, site).now();
  }

  /** As it is. */
  public Landscape now() {
    return now;
  }

  /**
   * As the policy's fixes would leave it; the very same landscape if there are none.
   *
   * @param drift whose open findings are fixed; what is waived is not
   */
  public Landscape fixed(ComparisonResult drift) {
    PlannedFixes fixes = PlannedFixes.of(drift);
    return fixes.isEmpty() ? now : landscape(fixes);
  }

  private Landscape landscape(PlannedFixes fixes) {
    List<Server> servers = new ArrayList<>();
    hosts.forEach((host, state) -> servers.add(server(host, state, fixes)));
    return new Landscape(servers);
  }

  private Server server(String host, HostState state, PlannedFixes fixes) {
    if (!(state instanceof HostState.Read read)) {
      return Server.untold(host, site, silent -> silent(host, state));
    }
    return Server.read(
        host,
        site,
        read.facts(),
        server -> {
          Map<String, KindResources> stocks = new HashMap<>();
          read.kinds()
              .forEach((kind, found) -> stocks.put(kind, stock(server, kind, found, fixes)));
          return stocks;
        });
  }

  /** Of a host that was not read only what it may have as an Exchange server matters to others. */
  private static Map<String, KindResources> silent(String host, HostState state) {
    Catalogue connectors = ReceiveConnectorRows.CATALOGUE;
    if (state instanceof HostState.Unread unread) {
      boolean other = unread.product().filter(one -> one != connectors.product()).isPresent();
      UnknownFact lack = new UnknownFact(host + " was not read: " + unread.why(), unread.fix());
      return other ? Map.of() : Map.of(connectors.kind(), KindResources.unknown(lack));
    }
    String why = state instanceof HostState.Skipped skipped ? ": " + skipped.why() : "";
    UnknownFact lack =
        new UnknownFact(host + " was not asked" + why, "ask it too: mvn relay:check");
    return Map.of(connectors.kind(), KindResources.unknown(lack));
  }

  private KindResources stock(Server server, String kind, KindState found, PlannedFixes fixes) {
    List<ServerResource> all = new ArrayList<>();
    for (Observed observed : found.resources()) {
      if (!fixes.removes(observed.address())) {
        SettingInputs inputs = fixes.applied(observed);
        all.add(
            ServerResource.of(
                server, observed.address(), inputs, statements.about(observed.address())));
      }
    }
    List<ServerResource> created = stated(server, fixes.created(server.host(), kind));
    List<ServerResource> missing = stated(server, wanted.created(server.host(), kind));
    missing.removeIf(
        one -> created.stream().anyMatch(made -> made.address().equals(one.address())));
    all.addAll(created);
    return KindResources.of(all, compared, missing, gap(found));
  }

  private static List<ServerResource> stated(Server server, List<Desired> desired) {
    List<ServerResource> resources = new ArrayList<>();
    desired.forEach(one -> resources.add(StatedLandscape.resource(server, one)));
    return resources;
  }

  private static Optional<UnknownFact> gap(KindState found) {
    if (found.unread().isPresent()) {
      return Optional.of(new UnknownFact(found.unread().get(), "solve this: mvn relay:doctor"));
    }
    if (found.gap().isPresent()) {
      return Optional.of(new UnknownFact(found.gap().get(), found.gapFix()));
    }
    return found.complete()
        ? Optional.empty()
        : Optional.of(
            new UnknownFact("the answer does not say that it lists everything", found.wholeFix()));
  }
}
