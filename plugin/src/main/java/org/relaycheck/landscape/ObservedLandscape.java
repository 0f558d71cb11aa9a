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
import org.relaycheck.drift.Coverage;
import org.relaycheck.drift.Drift;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Policy;

/** Makes landscapes of what was found: as it is, and as the policy's mends would leave it. */
public final class ObservedLandscape {

  private final SortedMap<String, HostState> hosts;
  private final Site site;
  private final Statements statements;
  private final Set<Address> compared;
  private final Mends wanted;
  private final Landscape now;

  /**
   * Of a comparison.
   *
   * @param hosts what became of each host
   * @param drift what came of comparing, of which the resources that were compared count
   */
  public ObservedLandscape(
      SortedMap<String, HostState> hosts, Policy policy, Drift drift, Site site) {
    this.hosts = hosts;
    this.site = site;
    this.statements = new Statements(policy);
    this.compared = new HashSet<>(drift.coverage().judged());
    this.wanted = Mends.of(drift);
    this.now = landscape(Mends.none());
  }

  /** Of what was read without a policy: all of it is looked at. */
  public static Landscape of(SortedMap<String, HostState> hosts, Site site) {
    List<Address> all = new ArrayList<>();
    for (HostState state : hosts.values()) {
      if (state instanceof HostState.Read read) {
        read.kinds()
            .values()
            .forEach(kind -> kind.resources().forEach(one -> all.add(one.address())));
      }
    }
    Coverage coverage = new Coverage(0, 0, all, List.of());
    Drift drift = new Drift(List.of(), Map.of(), coverage);
    return new ObservedLandscape(hosts, new Policy(List.of(), Map.of()), drift, site).now();
  }

  /** As it is. */
  public Landscape now() {
    return now;
  }

  /**
   * As the policy's mends would leave it; the very same landscape if there are none.
   *
   * @param drift whose open findings are mended; what is waived is not
   */
  public Landscape mended(Drift drift) {
    Mends mends = Mends.of(drift);
    return mends.isEmpty() ? now : landscape(mends);
  }

  private Landscape landscape(Mends mends) {
    List<Server> servers = new ArrayList<>();
    hosts.forEach((host, state) -> servers.add(server(host, state, mends)));
    return new Landscape(servers);
  }

  private Server server(String host, HostState state, Mends mends) {
    if (!(state instanceof HostState.Read read)) {
      return Server.untold(host, site, silent -> silent(host, state));
    }
    return Server.read(
        host,
        site,
        read.facts(),
        server -> {
          Map<String, Stock> stocks = new HashMap<>();
          read.kinds()
              .forEach((kind, found) -> stocks.put(kind, stock(server, kind, found, mends)));
          return stocks;
        });
  }

  /** Of a host that was not read only what it may have as an Exchange server matters to others. */
  private static Map<String, Stock> silent(String host, HostState state) {
    Catalogue connectors = ReceiveConnectorRows.CATALOGUE;
    if (state instanceof HostState.Unread unread) {
      boolean other = unread.product().filter(one -> one != connectors.product()).isPresent();
      Lack lack = new Lack(host + " was not read: " + unread.why(), unread.fix());
      return other ? Map.of() : Map.of(connectors.kind(), Stock.unknown(lack));
    }
    String why = state instanceof HostState.Skipped skipped ? ": " + skipped.why() : "";
    Lack lack = new Lack(host + " was not asked" + why, "ask it, too: mvn relay:check");
    return Map.of(connectors.kind(), Stock.unknown(lack));
  }

  private Stock stock(Server server, String kind, KindState found, Mends mends) {
    List<Resource> all = new ArrayList<>();
    for (Observed observed : found.resources()) {
      if (!mends.removes(observed.address())) {
        Inputs inputs = mends.applied(observed);
        all.add(
            Resource.of(server, observed.address(), inputs, statements.about(observed.address())));
      }
    }
    List<Resource> created = stated(server, mends.created(server.host(), kind));
    List<Resource> missing = stated(server, wanted.created(server.host(), kind));
    missing.removeIf(
        one -> created.stream().anyMatch(made -> made.address().equals(one.address())));
    all.addAll(created);
    return Stock.of(all, compared, missing, gap(found));
  }

  private static List<Resource> stated(Server server, List<Desired> desired) {
    List<Resource> resources = new ArrayList<>();
    desired.forEach(one -> resources.add(StatedLandscape.resource(server, one)));
    return resources;
  }

  private static Optional<Lack> gap(KindState found) {
    if (found.unread().isPresent()) {
      return Optional.of(
          new Lack(found.unread().get(), "put right what this names: mvn relay:doctor"));
    }
    if (found.gap().isPresent()) {
      return Optional.of(
          new Lack(
              found.gap().get(), "record the host again, without a filter and without an error"));
    }
    return found.complete()
        ? Optional.empty()
        : Optional.of(
            new Lack(
                "the answer does not say that it lists everything",
                "record the host with mvn relay:record, or say 'complete: true' of it"));
  }
}
