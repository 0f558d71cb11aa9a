package org.relaycheck.symptom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.mailsettings.MailSettingRows;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Surroundings;

/**
 * What was read of the servers, and what people know of their place in the network.
 *
 * @param hosts what became of asking each host, by its key in the connections
 * @param surroundings what is known of each host, by the same key
 * @param named the connectors, by name, and the accounts, by host and name, that are meant, folded;
 *     where none of what was read is among them, all are
 */
public record World(
    SortedMap<String, HostState> hosts, Map<String, Surroundings> surroundings, Set<String> named) {

  /** What setup made serves everybody, and is the last that a relaying client means. */
  private static final Comparator<Connector> OWN_FIRST =
      Comparator.comparing(Connector::madeBySetup).thenComparing(Connector::address);

  public World {
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    surroundings = Map.copyOf(surroundings);
    named = Set.copyOf(named);
  }

  /** All that was read. */
  public World(SortedMap<String, HostState> hosts, Map<String, Surroundings> surroundings) {
    this(hosts, surroundings, Set.of());
  }

  /** The same, of which only what has these names is meant. */
  World of(Set<String> names) {
    return new World(
        hosts, surroundings, names.stream().map(Address::folded).collect(Collectors.toSet()));
  }

  /** Nothing was read. */
  public static World unknown() {
    return new World(new TreeMap<>(), Map.of());
  }

  /** Every receive connector that was found, those that setup made last. */
  List<Connector> everyConnector() {
    List<Connector> all = new ArrayList<>();
    for (HostState.Read host : exchange().values()) {
      of(host, ReceiveConnectorRows.CATALOGUE.kind())
          .forEach(found -> all.add(new Connector(new Found(found), host.facts())));
    }
    all.sort(OWN_FIRST);
    return all;
  }

  /** The connectors that take mail and that the mail accounts which were read can come to. */
  List<Connector> connectors() {
    List<Connector> open = everyConnector().stream().filter(Connector::open).toList();
    List<Connector> meant =
        open.stream().filter(one -> named.contains(Address.folded(one.address().name()))).toList();
    return meant.isEmpty() ? new Route(this, open).connectors() : meant;
  }

  /** The mail accounts that were found, or those of them that are meant. */
  List<Found> accounts() {
    List<Found> all = of(MailAccountRows.CATALOGUE.kind()).stream().map(Found::new).toList();
    List<Found> meant =
        all.stream().filter(one -> named.contains(Address.folded(one.toString()))).toList();
    return meant.isEmpty() ? all : meant;
  }

  /** Database Mail as a whole, of each instance that was read. */
  List<Found> services() {
    return of(MailSettingRows.CATALOGUE.kind()).stream().map(Found::new).toList();
  }

  Surroundings around(String host) {
    return surroundings.getOrDefault(host, Surroundings.unknown());
  }

  /** The Exchange servers that were read, by host. */
  SortedMap<String, HostState.Read> exchange() {
    SortedMap<String, HostState.Read> servers = new TreeMap<>();
    hosts.forEach(
        (host, state) -> {
          if (state instanceof HostState.Read read
              && read.kinds().containsKey(ReceiveConnectorRows.CATALOGUE.kind())) {
            servers.put(host, read);
          }
        });
    return servers;
  }

  /** Whether every receive connector of a server was found. */
  boolean lists(String host) {
    return Optional.ofNullable(exchange().get(host))
        .map(read -> read.kinds().get(ReceiveConnectorRows.CATALOGUE.kind()))
        .filter(kind -> kind.complete() && kind.unread().isEmpty())
        .isPresent();
  }

  private List<Observed> of(String kind) {
    List<Observed> found = new ArrayList<>();
    for (HostState state : hosts.values()) {
      if (state instanceof HostState.Read read) {
        found.addAll(of(read, kind));
      }
    }
    found.sort(Comparator.comparing(Observed::address, Comparator.<Address>naturalOrder()));
    return found;
  }

  private static List<Observed> of(HostState.Read host, String kind) {
    KindState known = host.kinds().get(kind);
    return known == null ? List.of() : known.resources();
  }
}
