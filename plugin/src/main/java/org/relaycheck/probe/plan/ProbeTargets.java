package org.relaycheck.probe.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.ObservedLandscape;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.SiteKnowledge;
import org.relaycheck.landscape.StatedLandscape;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.probe.wire.SmtpAddress;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Selector;
import org.relaycheck.value.address.NetworkBinding;

/**
 * Where the connectors of a policy are called.
 *
 * @param policy what must hold
 * @param hosts those that were asked, by their keys in the connections
 * @param site what people tell of all hosts
 */
public record ProbeTargets(Policy policy, SortedMap<String, HostState> hosts, SiteKnowledge site) {

  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::");

  /** All of them, each connector of the policy on each of its hosts, in order of the policy. */
  public List<ProbeTarget> all() {
    Landscape found = ObservedLandscape.of(hosts, site);
    Landscape meant = StatedLandscape.meant(policy, site);
    List<ProbeTarget> targets = new ArrayList<>();
    for (Desired desired : policy.desired()) {
      HostState state = hosts.get(desired.selector().host());
      if (desired.selector() instanceof Selector.Named named
          && desired.presence() instanceof Presence.Present
          && named.kind().equals(ReceiveConnectorRows.CATALOGUE.kind())
          && state != null
          && !(state instanceof HostState.Skipped)) {
        Server server = found.server(named.host()).orElseThrow();
        ProbeTarget target =
            target(desired, named.address(), server, meant.server(named.host()).orElseThrow());
        endpoints(target).forEach(endpoint -> targets.add(target.at(endpoint)));
      }
    }
    return targets;
  }

  /** Of a server of which nothing is known, the policy tells what there is. */
  private static ProbeTarget target(Desired desired, Address named, Server found, Server meant) {
    Optional<String> gap =
        Known.exactly(() -> found.all(ReceiveConnectorRows.CATALOGUE))
                instanceof Known.Unknown<?> no
            ? Optional.of(no.lack().why())
            : Optional.empty();
    return gap.isPresent() && found.connectors().isEmpty()
        ? ProbeTarget.of(
            desired,
            named,
            meant,
            gap.map(why -> why + "; who answers is taken from the policy alone"))
        : ProbeTarget.of(desired, named, found, gap);
  }

  /** One for each port; a connector of which no port is known is told without being called. */
  private Set<SmtpAddress> endpoints(ProbeTarget target) {
    Server server = target.server();
    Set<Integer> open = new LinkedHashSet<>();
    Set<SmtpAddress> endpoints = new LinkedHashSet<>();
    for (NetworkBinding binding : new TreeSet<>(target.bindings())) {
      boolean every = EVERY_ADDRESS.contains(binding.address());
      if (every || !own(server).isEmpty()) {
        open.add(binding.port());
      } else {
        endpoints.add(new SmtpAddress(binding.address(), binding.port()));
      }
    }
    open.forEach(port -> endpoints.add(new SmtpAddress(name(server), port)));
    return endpoints.isEmpty() ? Set.of(new SmtpAddress(name(server), 0)) : endpoints;
  }

  private String name(Server server) {
    return own(server).stream().findFirst().orElse(server.name());
  }

  /** Names that lead to this host alone: behind a name that several share, any may answer. */
  private List<String> own(Server server) {
    return server.around().answers().stream().filter(name -> leadsTo(name) == 1).toList();
  }

  private long leadsTo(String name) {
    return site.surroundings().values().stream()
        .filter(one -> one.answers().stream().anyMatch(it -> Address.compareFolded(it, name) == 0))
        .count();
  }
}
