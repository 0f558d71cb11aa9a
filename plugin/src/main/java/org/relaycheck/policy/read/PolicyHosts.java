package org.relaycheck.policy.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.connections.Connections;
import org.relaycheck.live.HostConnection;
import org.relaycheck.state.Address;
import org.relaycheck.state.Addressed;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.Suggestion;
import org.relaycheck.yaml.YamlTree;

/** The hosts that a policy may name, alone, in groups, and all of a kind. */
public final class PolicyHosts {

  static final String ALL = Connections.ALL;

  private static final String OR_OPTIONAL =
      ", or add 'optional: true' beside 'hosts' if there may be none";

  private final Map<String, HostConnection> connections = new LinkedHashMap<>();
  private final boolean known;
  private final Map<String, List<String>> groups = new HashMap<>();

  /** Groups that list nobody; one that lists only what is no host has its problem already. */
  private final Set<String> empty = new HashSet<>();

  private final Map<String, String> spelled = new HashMap<>();
  private final FileProblems problems;

  /** Without connections every host that the policy names is taken as it is. */
  public PolicyHosts(Optional<Connections> given, FileProblems problems) {
    this.known = given.isPresent();
    this.problems = problems;
    given.ifPresent(
        all -> all.hosts().forEach((key, host) -> connections.put(Address.folded(key), host)));
  }

  /** Takes the groups of all files. */
  public void take(Map<String, List<LayeredEntry<List<YamlTree.Scalar>>>> stated) {
    stated.forEach(
        (name, all) -> {
          if (connections.containsKey(Address.folded(name))) {
            problems.add(
                all.get(0).place(), "'" + name + "' is a host too; give the group another name");
          }
          if (all.stream().allMatch(one -> one.value().isEmpty())) {
            empty.add(name);
          }
          groups.put(name, List.copyOf(agreed(name, all, stated)));
        });
  }

  /** A name means the same hosts wherever it is used, so no file may change what another says. */
  private Set<String> agreed(
      String name, List<LayeredEntry<List<YamlTree.Scalar>>> all, Map<String, ?> stated) {
    List<LayeredEntry<List<YamlTree.Scalar>>> sorted =
        all.stream().sorted(Comparator.comparing(LayeredEntry::place)).toList();
    Set<String> members = members(sorted.get(0).value(), stated);
    for (LayeredEntry<List<YamlTree.Scalar>> other : sorted.subList(1, sorted.size())) {
      if (!members(other.value(), stated).equals(members)) {
        problems.add(
            other.place(),
            "group '"
                + name
                + "' lists other hosts than at "
                + sorted.get(0).place()
                + "; keep one of the two, or give one another name");
      }
    }
    return members;
  }

  private Set<String> members(List<YamlTree.Scalar> names, Map<String, ?> stated) {
    Set<String> hosts = new LinkedHashSet<>();
    for (YamlTree.Scalar name : names) {
      if (stated.containsKey(name.text())) {
        problems.add(name.place(), "'" + name.text() + "' is a group; a group lists hosts");
      } else if (exists(name)) {
        hosts.add(Address.folded(name.text()));
      }
    }
    return hosts;
  }

  /**
   * What {@code hosts} names, each host once; a name that means no host is a problem.
   *
   * @param optional whether there may be no such host
   */
  public Collection<TargetHost> of(YamlTree tree, Catalogue catalogue, boolean optional) {
    Map<String, TargetHost> targets = new LinkedHashMap<>();
    for (YamlTree.Scalar name : new NodeShape(problems).texts(tree, "'hosts'", "EX01")) {
      if (name.text().equals(ALL)) {
        Map<String, TargetHost> all = all(catalogue, optional);
        if (known && all.isEmpty() && !optional) {
          problems.add(name.place(), nobody(catalogue) + OR_OPTIONAL);
        }
        all.forEach(targets::putIfAbsent);
      } else {
        members(name, optional, OR_OPTIONAL).stream()
            .filter(key -> answersFor(key, catalogue, name))
            .forEach(key -> targets.put(key, target(key)));
      }
    }
    return targets.values();
  }

  private Map<String, TargetHost> all(Catalogue catalogue, boolean optional) {
    Addressed addressed = optional ? Addressed.AS_ONE_OF_ANY : Addressed.AS_ONE_OF_ALL;
    Map<String, TargetHost> all = new LinkedHashMap<>();
    connections.forEach(
        (key, host) -> {
          if (mayHold(host, catalogue.product())) {
            all.put(key, new TargetHost(host.host(), host.server(), addressed));
          }
        });
    return all;
  }

  private static String nobody(Catalogue catalogue) {
    return "'all' matches no host: "
        + catalogue.kind()
        + " are asked of "
        + catalogue.product().title()
        + ", and the connections have none; connect one";
  }

  /**
   * The hosts that a name of a host or a group means, in upper case; a group of nobody is a
   * problem.
   *
   * @param optional whether it may be one of nobody
   * @param otherwise what else than a host in it would do
   */
  public List<String> members(YamlTree.Scalar name, boolean optional, String otherwise) {
    if (empty.contains(name.text()) && !optional) {
      problems.add(name.place(), "group '" + name.text() + "' lists no host; add one" + otherwise);
    }
    List<String> group = groups.get(name.text());
    if (group != null) {
      return group;
    }
    return exists(name) ? List.of(Address.folded(name.text())) : List.of();
  }

  private TargetHost target(String key) {
    HostConnection host = connections.get(key);
    String name = spelled.getOrDefault(key, key);
    return host == null
        ? new TargetHost(name, name, Addressed.BY_NAME)
        : new TargetHost(host.host(), host.server(), Addressed.BY_NAME);
  }

  private boolean exists(YamlTree.Scalar name) {
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

  private boolean answersFor(String key, Catalogue catalogue, YamlTree.Scalar name) {
    Optional<HostConnection> other =
        Optional.ofNullable(connections.get(key))
            .filter(host -> !mayHold(host, catalogue.product()));
    other.ifPresent(host -> problems.add(name.place(), otherProduct(host, catalogue)));
    return other.isEmpty();
  }

  private static boolean mayHold(HostConnection host, Product product) {
    return host.way().product().orElse(product) == product;
  }

  private static String otherProduct(HostConnection host, Catalogue catalogue) {
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
