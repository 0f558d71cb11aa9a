package org.relaycheck.goal;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.relaycheck.catalogue.Product;
import org.relaycheck.connections.Connections;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.MaintenanceWindow;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Selector;

/**
 * The hosts that a policy needs, parted into those to ask and those that are left out on purpose.
 *
 * @param asked to be asked
 * @param skipped left out, with the reason
 */
public record NeededHosts(List<HostConnection> asked, SortedMap<String, HostState> skipped) {

  /**
   * Parts the hosts.
   *
   * @param files with connections
   */
  public static NeededHosts by(RequestFiles files, GoalRequest request) {
    Policy policy = files.policy();
    Connections connections = files.connections().orElseThrow();
    Map<String, List<Selector>> sought =
        policy.desired().stream().map(Desired::selector).collect(groupingBy(Selector::host));
    Set<String> named = new TreeSet<>(sought.keySet());
    if (!policy.unlisted().isEmpty()) {
      named.addAll(connections.hosts().keySet());
    }
    Set<String> wanted = new TreeSet<>(request.hosts().stream().map(Address::folded).toList());
    List<HostConnection> asked = new ArrayList<>();
    SortedMap<String, HostState> skipped = new TreeMap<>();
    for (String host : named) {
      Optional<MaintenanceWindow> maintenance = files.waivers().maintenance(host, request.today());
      if (!wanted.isEmpty() && !wanted.contains(Address.folded(host))) {
        skipped.put(host, new HostState.Skipped("left out by relay.hosts"));
      } else if (maintenance.isPresent()) {
        skipped.put(host, new HostState.Skipped(words(maintenance.get())));
      } else {
        asked.add(
            sought(
                Objects.requireNonNull(connections.hosts().get(host), host),
                sought.getOrDefault(host, List.of())));
      }
    }
    return new NeededHosts(asked, skipped);
  }

  /** A record is told what the policy looks for in it: people's files do not always say. */
  private static HostConnection sought(HostConnection connection, List<Selector> sought) {
    if (!(connection.way() instanceof HostWay.Recorded recorded)) {
      return connection;
    }
    Set<Product> products = EnumSet.noneOf(Product.class);
    Set<String> names = new TreeSet<>(Address::compareFolded);
    for (Selector selector : sought) {
      ResourceKinds.catalogues().stream()
          .filter(catalogue -> catalogue.kind().equals(selector.kind()))
          .forEach(catalogue -> products.add(catalogue.product()));
      if (selector instanceof Selector.Named one) {
        names.add(one.address().name());
      }
    }
    return new HostConnection(
        connection.host(),
        connection.server(),
        new HostWay.Recorded(recorded.file(), only(products), only(names)),
        connection.maxAge(),
        connection.vouchedComplete(),
        connection.place());
  }

  private static <T> Optional<T> only(Set<T> all) {
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }

  private static String words(MaintenanceWindow one) {
    return "maintenance until " + one.until() + ": " + one.reason() + " (" + one.owner() + ")";
  }
}
