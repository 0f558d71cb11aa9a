package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.live.Connection;
import org.relaycheck.state.Address;

/** The hosts that a policy may name, alone, in groups, and all of a kind. */
final class Hosts {

  static final String ALL = "all";

  private final Map<String, Connection> connections = new LinkedHashMap<>();
  private final boolean known;
  private final Map<String, List<String>> groups = new HashMap<>();
  private final Map<String, String> spelled = new HashMap<>();
  private final Problems problems;

  /** Without connections every host that the policy names is taken as it is. */
  Hosts(Optional<Connections> given, Problems problems) {
    this.known = given.isPresent();
    this.problems = problems;
    given.ifPresent(
        all -> all.hosts().forEach((key, host) -> connections.put(Address.folded(key), host)));
  }

  /** Takes the groups of all files. */
  void take(Map<String, List<Layered<List<Tree.Scalar>>>> stated) {
    stated.forEach(
        (name, all) -> {
          List<Layered<Set<String>>> members =
              all.stream()
                  .map(one -> new Layered<>(one.layer(), one.place(), members(one.value(), stated)))
                  .toList();
          if (connections.containsKey(Address.folded(name))) {
            problems.add(
                all.get(0).place(), "'" + name + "' is a host too; give the group another name");
          }
          Layered.strongest(members, "group '" + name + "'", problems)
              .ifPresent(hosts -> groups.put(name, List.copyOf(hosts)));
        });
  }

  private Set<String> members(List<Tree.Scalar> names, Map<String, ?> stated) {
    Set<String> hosts = new LinkedHashSet<>();
    for (Tree.Scalar name : names) {
      if (stated.containsKey(name.text())) {
        problems.add(name.place(), "'" + name.text() + "' is a group; a group lists hosts");
      } else if (exists(name)) {
        hosts.add(Address.folded(name.text()));
      }
    }
    return hosts;
  }

  /** What {@code hosts} names, each host once. */
  Collection<Target> of(Tree tree, Catalogue catalogue) {
    Map<String, Target> targets = new LinkedHashMap<>();
    for (Tree.Scalar name : new Shape(problems).texts(tree, "'hosts'", "EX01")) {
      if (name.text().equals(ALL)) {
        connections.forEach(
            (key, host) -> {
              if (mayHold(host, catalogue.product())) {
                targets.putIfAbsent(key, new Target(host.host(), host.server(), true));
              }
            });
      } else {
        named(name).stream()
            .filter(key -> answersFor(key, catalogue, name))
            .forEach(key -> targets.put(key, target(key)));
      }
    }
    return targets.values();
  }

  /** The hosts that a name of a host or a group means, in upper case. */
  List<String> named(Tree.Scalar name) {
    List<String> group = groups.get(name.text());
    if (group != null) {
      return group;
    }
    return exists(name) ? List.of(Address.folded(name.text())) : List.of();
  }

  private Target target(String key) {
    Connection host = connections.get(key);
    String name = spelled.getOrDefault(key, key);
    return host == null
        ? new Target(name, name, false)
        : new Target(host.host(), host.server(), false);
  }

  private boolean exists(Tree.Scalar name) {
    if (name.text().equals(ALL)) {
      problems.add(name.place(), "'all' means every host only under 'hosts'; name hosts here");
      return false;
    }
    if (!known) {
      spelled.putIfAbsent(Address.folded(name.text()), name.text());
    }
    boolean exists = !known || connections.containsKey(Address.folded(name.text()));
    if (!exists) {
      List<String> names = new ArrayList<>(groups.keySet());
      connections.values().forEach(host -> names.add(host.host()));
      names.add(ALL);
      problems.add(
          name.place(),
          "'"
              + name.text()
              + "' is neither a host of the connections nor a group"
              + Suggestion.ending(name.text(), names));
    }
    return exists;
  }

  private boolean answersFor(String key, Catalogue catalogue, Tree.Scalar name) {
    Optional<Connection> other =
        Optional.ofNullable(connections.get(key))
            .filter(host -> !mayHold(host, catalogue.product()));
    other.ifPresent(host -> problems.add(name.place(), otherProduct(host, catalogue)));
    return other.isEmpty();
  }

  private static boolean mayHold(Connection host, Product product) {
    return host.way().product().orElse(product) == product;
  }

  private static String otherProduct(Connection host, Catalogue catalogue) {
    String way = host.way().product().map(Product::title).orElse("");
    return host.host()
        + " is connected as "
        + way
        + "; "
        + catalogue.kind()
        + " are asked of "
        + catalogue.product().title();
  }
}
