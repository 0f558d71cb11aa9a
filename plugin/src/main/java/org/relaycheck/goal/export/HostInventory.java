package org.relaycheck.goal.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.live.HostConnection;
import org.relaycheck.policy.edit.PolicyDraft;
import org.relaycheck.policy.edit.PolicyDraftWriter;
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
 * @param wanted which resources are to be stated
 */
record HostInventory(
    List<HostConnection> asked,
    Map<String, HostState> states,
    List<String> head,
    Predicate<Address> wanted) {

  PolicyDraft draft() {
    Map<Catalogue, List<SeenResource>> all = new LinkedHashMap<>();
    ResourceKinds.catalogues().forEach(kind -> all.put(kind, sightings(kind)));
    all.values().removeIf(List::isEmpty);
    SortedMap<String, List<String>> groups = groups(all);
    Map<List<String>, String> names = new HashMap<>();
    groups.forEach((name, hosts) -> names.putIfAbsent(hosts, name));
    List<PolicyDraft.Kind> kinds = new ArrayList<>();
    all.forEach((kind, found) -> kinds.add(new TemplateFactoring(kind, names).kind(found)));
    return new PolicyDraft(head, groups, kinds);
  }

  /** All hosts of a product are a group, where there are several, and none has the group's name. */
  private SortedMap<String, List<String>> groups(Map<Catalogue, List<SeenResource>> all) {
    SortedMap<String, SortedSet<String>> hosts = new TreeMap<>();
    all.forEach(
        (kind, found) -> {
          String name = kind.product().title().toLowerCase(Locale.ROOT).replace(' ', '-');
          SortedSet<String> group = hosts.computeIfAbsent(name, none -> new TreeSet<>());
          found.forEach(one -> group.add(one.host()));
        });
    SortedMap<String, List<String>> groups = new TreeMap<>();
    hosts.forEach(
        (name, group) -> {
          if (group.size() > 1 && !isHost(name)) {
            groups.put(name, List.copyOf(group));
          }
        });
    return groups;
  }

  private boolean isHost(String name) {
    return asked.stream()
        .anyMatch(host -> Address.folded(host.host()).equals(Address.folded(name)));
  }

  private List<SeenResource> sightings(Catalogue catalogue) {
    List<SeenResource> sightings = new ArrayList<>();
    for (HostConnection connection : asked) {
      if (states.get(connection.host()) instanceof HostState.Read read) {
        sightings.addAll(sightings(read, catalogue, connection));
      }
    }
    return sightings;
  }

  private List<SeenResource> sightings(
      HostState.Read read, Catalogue catalogue, HostConnection connection) {
    List<SeenResource> sightings = new ArrayList<>();
    KindState kind = read.kinds().get(catalogue.kind());
    if (kind == null) {
      return sightings;
    }
    String of = " of " + connection.host();
    kind.unread().ifPresent(why -> head.add(catalogue.plural() + of + " are left out: " + why));
    List<Observed> sorted = new ArrayList<>(kind.resources());
    sorted.removeIf(one -> !wanted.test(one.address()));
    sorted.sort((one, other) -> one.address().compareTo(other.address()));
    for (Observed observed : sorted) {
      String name = observed.address().name();
      Optional<String> obstacle = PolicyDraftWriter.obstacle(name);
      obstacle.ifPresent(why -> head.add("'" + name + "'" + of + " is left out: " + why));
      if (obstacle.isEmpty()) {
        sightings.add(SeenResource.of(observed, read, connection.server(), catalogue));
      }
    }
    return sightings;
  }
}
