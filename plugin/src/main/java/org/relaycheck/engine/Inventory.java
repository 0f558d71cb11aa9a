package org.relaycheck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.live.Connection;
import org.relaycheck.policy.Draft;
import org.relaycheck.policy.DraftWriter;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;

/**
 * What hosts have, to be stated by a policy.
 *
 * @param asked the hosts, sorted
 * @param states what became of asking them
 * @param head what the policy's beginning tells; what is left out is added
 */
record Inventory(List<Connection> asked, Map<String, HostState> states, List<String> head) {

  Draft draft() {
    List<Draft.Kind> kinds = new ArrayList<>();
    SortedMap<String, List<String>> groups = new TreeMap<>();
    for (Catalogue catalogue : ResourceTypes.catalogues()) {
      List<Sighting> sightings = new ArrayList<>();
      for (Connection connection : asked) {
        if (states.get(connection.host()) instanceof HostState.Read read) {
          sightings.addAll(sightings(read, catalogue, connection));
        }
      }
      if (!sightings.isEmpty()) {
        Map<List<String>, String> named = groups(catalogue, sightings, groups);
        named.forEach((hosts, group) -> groups.put(group, hosts));
        kinds.add(new Factoring(catalogue, named).kind(sightings));
      }
    }
    return new Draft(head, groups, kinds);
  }

  /**
   * All hosts of a product that have a kind are a group, where there are several, and none has the
   * group's name; a kind that other hosts have than the kinds before it makes no group.
   */
  private Map<List<String>, String> groups(
      Catalogue catalogue, List<Sighting> sightings, Map<String, List<String>> made) {
    List<String> hosts = sightings.stream().map(Sighting::host).distinct().sorted().toList();
    String name = catalogue.product().title().toLowerCase(Locale.ROOT).replace(' ', '-');
    boolean taken =
        asked.stream().anyMatch(host -> Address.folded(host.host()).equals(Address.folded(name)))
            || !made.getOrDefault(name, hosts).equals(hosts);
    return hosts.size() > 1 && !taken ? Map.of(hosts, name) : Map.of();
  }

  private List<Sighting> sightings(
      HostState.Read read, Catalogue catalogue, Connection connection) {
    List<Sighting> sightings = new ArrayList<>();
    KindState kind = read.kinds().get(catalogue.kind());
    if (kind == null) {
      return sightings;
    }
    String of = " of " + connection.host();
    kind.unread().ifPresent(why -> head.add(catalogue.plural() + of + " are left out: " + why));
    List<Observed> sorted = new ArrayList<>(kind.resources());
    sorted.sort((one, other) -> one.address().compareTo(other.address()));
    for (Observed observed : sorted) {
      String name = observed.address().name();
      Optional<String> obstacle = DraftWriter.obstacle(name);
      obstacle.ifPresent(why -> head.add("'" + name + "'" + of + " is left out: " + why));
      if (obstacle.isEmpty()) {
        sightings.add(Sighting.of(observed, read, connection.server(), catalogue));
      }
    }
    return sightings;
  }
}
