package org.relaycheck.rule;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.CATALOGUE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.Lack;
import org.relaycheck.landscape.NotKnown;
import org.relaycheck.landscape.Resource;
import org.relaycheck.landscape.Server;
import org.relaycheck.value.Binding;

/**
 * The receive connectors of one server by what they listen on.
 *
 * @param <T> what else a rule wants of each
 */
final class Neighbours<T> {

  /** What a rule wants of a connector. */
  @FunctionalInterface
  interface Trait<T> {

    /** The trait of a connector. */
    T of(Resource connector) throws NotKnown;
  }

  /** More of one connector than anybody reads in one line. */
  private static final int MOST = 3;

  private final Server server;
  private final Map<Binding, Map<Resource, T>> byBinding = new LinkedHashMap<>();
  private final Map<Resource, NotKnown> unknown = new LinkedHashMap<>();

  Neighbours(Server server, Trait<T> trait) {
    this.server = server;
    for (Resource connector : server.known(CATALOGUE)) {
      try {
        T wanted = trait.of(connector);
        for (Binding binding : new TreeSet<>(connector.optional(BINDINGS).orElse(Set.of()))) {
          byBinding.computeIfAbsent(binding, b -> new LinkedHashMap<>()).put(connector, wanted);
        }
      } catch (NotKnown not) {
        unknown.put(connector, not);
      }
    }
  }

  /** The connectors that share an address and port, with their traits; of each such place. */
  Map<Binding, Map<Resource, T>> byBinding() {
    return byBinding;
  }

  /**
   * Tells for each connector of which the policy speaks what is wrong with it; of the others that
   * nothing is, only if every connector of the server is known.
   */
  void judge(Property<?> about, Map<Resource, List<Breach>> wrong, Ruling ruling) {
    for (Resource connector : server.compared(CATALOGUE)) {
      ruling.of(connector, about, () -> judged(connector, wrong));
    }
  }

  private Optional<Breach> judged(Resource connector, Map<Resource, List<Breach>> wrong)
      throws NotKnown {
    Optional<Breach> breach = together(wrong.getOrDefault(connector, List.of()));
    if (breach.isPresent()) {
      return breach;
    }
    NotKnown own = unknown.get(connector);
    if (own != null) {
      throw own;
    }
    server.all(CATALOGUE);
    if (!unknown.isEmpty()) {
      Map.Entry<Resource, NotKnown> other = unknown.entrySet().iterator().next();
      Lack lack = other.getValue().lack();
      throw new NotKnown(new Lack("of '" + other.getKey().name() + "' " + lack.why(), lack.fix()));
    }
    return Optional.empty();
  }

  private static Optional<Breach> together(List<Breach> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<Breach> told = new ArrayList<>(all.stream().distinct().limit(MOST).toList());
    int more = all.size() - MOST;
    if (more > 0) {
      told.add(new Breach("and " + more + " more", told.get(0).wanted(), List.of()));
    }
    return Optional.of(Breach.all(told));
  }
}
