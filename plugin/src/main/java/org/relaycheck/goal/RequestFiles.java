package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.live.Connection;
import org.relaycheck.policy.Connections;
import org.relaycheck.policy.ConnectionsReader;
import org.relaycheck.policy.HostPick;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.policy.WaiversReader;
import org.relaycheck.state.Address;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Waivers;

/**
 * The files of a request, read.
 *
 * @param connections how to ask the hosts; empty if that was not to be read
 * @param policy what must hold
 * @param waivers what is accepted for a time
 */
record Files(Optional<Connections> connections, Policy policy, Waivers waivers) {

  /**
   * Reads them.
   *
   * @throws PolicyException all problems of all files
   */
  static Files read(Request request) throws PolicyException {
    Attempt<Connections> connections = Attempt.of(() -> connections(request));
    return read(request, connections.value(), connections);
  }

  /**
   * Reads all but the connections.
   *
   * @throws PolicyException all problems of all files
   */
  static Files withoutConnections(Request request) throws PolicyException {
    return read(request, Optional.empty(), new Attempt<>(Optional.empty(), Optional.empty()));
  }

  private static Files read(
      Request request, Optional<Connections> connections, Attempt<Connections> tried)
      throws PolicyException {
    Attempt<Policy> policy =
        Attempt.of(() -> ResourceTypes.policyReader().read(request.policies(), connections));
    Attempt<Waivers> waivers = Attempt.of(() -> waivers(request, connections));
    Policy read = policy.and(waivers).and(tried).orThrow();
    return new Files(connections, read, waivers.orThrow());
  }

  /** Connected hosts of which the policy says nothing, in the order of the connections. */
  List<String> unmentioned() {
    Set<String> said = new HashSet<>();
    policy.desired().forEach(desired -> said.add(Address.folded(desired.selector().host())));
    return connections.map(Connections::hosts).map(Map::values).stream()
        .flatMap(Collection::stream)
        .filter(host -> !said.contains(Address.folded(host.host())) && !mustNameAll(host))
        .map(Connection::host)
        .toList();
  }

  /** Whether whatever the host has must be in the policy, which says enough of it. */
  private boolean mustNameAll(Connection host) {
    Optional<Product> product = host.way().product();
    return ResourceTypes.catalogues().stream()
        .filter(kind -> policy.unlisted().containsKey(kind.kind()))
        .map(Catalogue::product)
        .anyMatch(one -> product.isEmpty() || product.get() == one);
  }

  private static Connections connections(Request request) throws PolicyException {
    Connections connections = new ConnectionsReader().read(request.connections());
    new HostPick(request.hosts(), request.connections()).check(connections.hosts().values());
    return connections;
  }

  /** A file that nobody named need not be there. */
  private static Waivers waivers(Request request, Optional<Connections> connections)
      throws PolicyException {
    Path file = request.paths().waivers().orElseGet(request.paths()::usualWaivers);
    if (request.paths().waivers().isEmpty() && !java.nio.file.Files.exists(file)) {
      return Waivers.none();
    }
    return new WaiversReader(ResourceTypes.catalogues(), ResourceTypes.rules(), request.today())
        .read(file, connections);
  }
}
