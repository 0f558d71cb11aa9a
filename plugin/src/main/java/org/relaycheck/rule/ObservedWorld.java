package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.relaycheck.drift.Drift;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Policy;

/** Makes worlds of what was found: as it is, and as the policy's mends would leave it. */
public final class ObservedWorld {

  private final SortedMap<String, HostState> hosts;
  private final Site site;
  private final Statements statements;
  private final Set<Address> compared;

  /**
   * Of a comparison.
   *
   * @param hosts what became of each host
   * @param drift what came of comparing, of which the resources that were compared count
   */
  public ObservedWorld(SortedMap<String, HostState> hosts, Policy policy, Drift drift, Site site) {
    this.hosts = hosts;
    this.site = site;
    this.statements = new Statements(policy);
    this.compared = new HashSet<>(drift.coverage().judged());
  }

  /** As it is. */
  public World now() {
    return world(Mends.none());
  }

  /**
   * As the policy's mends would leave it.
   *
   * @param drift whose open findings are mended; what is waived is not
   */
  public World mended(Drift drift) {
    return world(Mends.of(drift));
  }

  private World world(Mends mends) {
    List<Server> servers = new ArrayList<>();
    hosts.forEach((host, state) -> servers.add(server(host, state, mends)));
    return new World(servers);
  }

  private Server server(String host, HostState state, Mends mends) {
    if (!(state instanceof HostState.Read read)) {
      return Server.untold(host, site, Map.of());
    }
    Map<String, Stock> stocks = new HashMap<>();
    read.kinds().forEach((kind, found) -> stocks.put(kind, stock(host, kind, found, mends)));
    return Server.read(host, site, read.facts(), stocks);
  }

  private Stock stock(String host, String kind, KindState found, Mends mends) {
    List<Resource> all = new ArrayList<>();
    for (Observed observed : found.resources()) {
      if (!mends.removes(observed.address())) {
        Inputs inputs = mends.applied(observed);
        all.add(new Resource(observed.address(), inputs, statements.about(observed.address())));
      }
    }
    Set<Address> spokenOf = compared;
    for (Desired created : mends.created(host, kind)) {
      all.add(StatedWorld.resource(created));
    }
    return Stock.of(all, spokenOf, gap(found));
  }

  private static Optional<Lack> gap(KindState found) {
    if (found.unread().isPresent()) {
      return Optional.of(
          new Lack(found.unread().get(), "put right what this names: mvn relay:doctor"));
    }
    return found.complete()
        ? Optional.empty()
        : Optional.of(
            new Lack(
                "the answer does not say that it lists everything",
                "record the host with mvn relay:record, or say 'complete: true' of it"));
  }
}
