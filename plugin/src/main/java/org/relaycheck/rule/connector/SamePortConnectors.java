package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.CATALOGUE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleResult;
import org.relaycheck.value.address.NetworkBinding;

/**
 * The receive connectors of one server by what they listen on.
 *
 * @param <T> what else a rule wants of each
 */
final class SamePortConnectors<T> {

  /** What a rule wants of a connector. */
  @FunctionalInterface
  interface Trait<T> {

    /** The trait of a connector. */
    T of(ServerResource connector) throws NotKnownException;
  }

  /** More of one connector than anybody reads in one line. */
  private static final int MOST = 3;

  private final Server server;
  private final Map<NetworkBinding, Map<ServerResource, T>> byBinding = new LinkedHashMap<>();
  private final Map<ServerResource, NotKnownException> unknown = new LinkedHashMap<>();

  SamePortConnectors(Server server, Trait<T> trait) {
    this.server = server;
    for (ServerResource connector : server.known(CATALOGUE)) {
      try {
        T wanted = trait.of(connector);
        for (NetworkBinding binding :
            new TreeSet<>(connector.optional(BINDINGS).orElse(Set.of()))) {
          byBinding.computeIfAbsent(binding, b -> new LinkedHashMap<>()).put(connector, wanted);
        }
      } catch (NotKnownException not) {
        unknown.put(connector, not);
      }
    }
  }

  /** The connectors that share an address and port, with their traits; of each such place. */
  Map<NetworkBinding, Map<ServerResource, T>> byBinding() {
    return byBinding;
  }

  /**
   * Tells for each connector of which the policy speaks what is wrong with it; of the others that
   * nothing is, only if every connector of the server is known.
   */
  void judge(Property<?> about, Map<ServerResource, List<RuleBreach>> wrong, RuleResult result) {
    for (ServerResource connector : server.compared(CATALOGUE)) {
      result.of(connector, about, () -> judged(connector, wrong));
    }
  }

  private Optional<RuleBreach> judged(
      ServerResource connector, Map<ServerResource, List<RuleBreach>> wrong)
      throws NotKnownException {
    Optional<RuleBreach> breach = together(wrong.getOrDefault(connector, List.of()));
    if (breach.isPresent()) {
      return breach;
    }
    NotKnownException own = unknown.get(connector);
    if (own != null) {
      throw own;
    }
    server.all(CATALOGUE);
    if (!unknown.isEmpty()) {
      Map.Entry<ServerResource, NotKnownException> other = unknown.entrySet().iterator().next();
      UnknownFact lack = other.getValue().lack();
      throw new NotKnownException(
          new UnknownFact("of '" + other.getKey().name() + "' " + lack.why(), lack.fix()));
    }
    return Optional.empty();
  }

  private static Optional<RuleBreach> together(List<RuleBreach> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<RuleBreach> each = all.stream().distinct().toList();
    int more = each.size() - MOST;
    RuleBreach whole = RuleBreach.all(each);
    return Optional.of(
        more > 0
            ? whole.finding(
                RuleBreach.all(each.subList(0, MOST)).found() + "; and " + more + " more")
            : whole);
  }
}
