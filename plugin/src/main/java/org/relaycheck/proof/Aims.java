package org.relaycheck.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.relaycheck.probe.Endpoint;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Surroundings;
import org.relaycheck.value.Binding;

/**
 * Where the connectors of a policy are called.
 *
 * @param policy what must hold
 * @param hosts those that were asked, by their keys in the connections
 * @param surroundings what people know of each host
 * @param servers the name that each host gives itself
 */
public record Aims(
    Policy policy,
    SortedMap<String, HostState> hosts,
    Map<String, Surroundings> surroundings,
    Map<String, String> servers) {

  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::");

  public Aims {
    surroundings = Map.copyOf(surroundings);
    servers = Map.copyOf(servers);
  }

  /** All of them, each connector of the policy on each of its hosts, in order of the policy. */
  public List<Aim> all() {
    List<Aim> aims = new ArrayList<>();
    for (Desired desired : policy.desired()) {
      HostState state = hosts.get(desired.selector().host());
      if (desired.selector() instanceof Selector.Named named
          && desired.presence() instanceof Presence.Present
          && named.kind().equals(ReceiveConnectorRows.CATALOGUE.kind())
          && state != null
          && !(state instanceof HostState.Skipped)) {
        Premises premises = Premises.of(named.address(), state, policy.desired());
        endpoints(premises).forEach(endpoint -> aims.add(aim(desired, premises, endpoint)));
      }
    }
    return aims;
  }

  /** A balancer stands before the names that lead to a host, not before its own address. */
  private Aim aim(Desired desired, Premises premises, Endpoint endpoint) {
    String host = premises.address().host();
    Surroundings known = surroundings.getOrDefault(host, Surroundings.unknown());
    return new Aim(
        desired,
        premises,
        endpoint,
        known.seenAs().filter(shown -> known.answers().contains(endpoint.name())));
  }

  /** One for each port; a connector of which no port is known is told without being called. */
  private Set<Endpoint> endpoints(Premises premises) {
    String host = premises.address().host();
    Set<Integer> open = new LinkedHashSet<>();
    Set<Endpoint> endpoints = new LinkedHashSet<>();
    for (Binding binding : premises.bindings()) {
      boolean every = EVERY_ADDRESS.contains(binding.address());
      if (every || !own(host).isEmpty()) {
        open.add(binding.port());
      } else {
        endpoints.add(new Endpoint(binding.address(), binding.port()));
      }
    }
    open.forEach(port -> endpoints.add(new Endpoint(name(host), port)));
    if (endpoints.isEmpty()) {
      endpoints.add(new Endpoint(name(host), 0));
    }
    return endpoints;
  }

  /** All names that lead to a host. */
  public List<String> names(String host) {
    List<String> names = new ArrayList<>(answers(host));
    names.add(servers.getOrDefault(host, host));
    return names;
  }

  private String name(String host) {
    return own(host).stream().findFirst().orElse(servers.getOrDefault(host, host));
  }

  private List<String> answers(String host) {
    return surroundings.getOrDefault(host, Surroundings.unknown()).answers();
  }

  /** Names that lead to this host alone: behind a name that several share, any may answer. */
  private List<String> own(String host) {
    return answers(host).stream().filter(name -> leadsTo(name) == 1).toList();
  }

  private long leadsTo(String name) {
    Function<Surroundings, Boolean> leads =
        one -> one.answers().stream().anyMatch(it -> Address.compareFolded(it, name) == 0);
    return surroundings.values().stream().filter(leads::apply).count();
  }
}
