package org.relaycheck.goal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.connections.Connections;
import org.relaycheck.connections.HostPick;
import org.relaycheck.live.HostConnection;
import org.relaycheck.state.Address;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Waivers;
import org.relaycheck.waivers.WaiversReader;
import org.relaycheck.yaml.PolicyException;

/**
 * The files of a request, read.
 *
 * @param connections how to ask the hosts; empty if that was not to be read
 * @param policy what must hold
 * @param waivers what is accepted for a time
 */
public record RequestFiles(Optional<Connections> connections, Policy policy, Waivers waivers) {

  /**
   * Reads them.
   *
   * @throws PolicyException all problems of all files
   */
  public static RequestFiles read(GoalRequest request) throws PolicyException {
    FileAttempt<Connections> connections = FileAttempt.of(() -> connections(request));
    return read(request, connections.value(), connections);
  }

  /**
   * Reads all but the connections.
   *
   * @throws PolicyException all problems of all files
   */
  public static RequestFiles withoutConnections(GoalRequest request) throws PolicyException {
    return read(request, Optional.empty(), new FileAttempt<>(Optional.empty(), Optional.empty()));
  }

  private static RequestFiles read(
      GoalRequest request, Optional<Connections> connections, FileAttempt<Connections> tried)
      throws PolicyException {
    MissingPolicy.refuse(request);
    FileAttempt<Policy> policy =
        FileAttempt.of(() -> ResourceKinds.policyReader().read(request.policies(), connections));
    FileAttempt<Waivers> waivers = FileAttempt.of(() -> waivers(request, connections));
    Policy read = policy.and(waivers).and(tried).orThrow();
    return new RequestFiles(connections, read, waivers.orThrow());
  }

  /** Connected hosts of which the policy says nothing, in the order of the connections. */
  public List<String> unmentioned() {
    Set<String> said = new HashSet<>();
    policy.desired().forEach(desired -> said.add(Address.folded(desired.selector().host())));
    return connections.map(Connections::hosts).map(Map::values).stream()
        .flatMap(Collection::stream)
        .filter(host -> !said.contains(Address.folded(host.host())) && !mustNameAll(host))
        .map(HostConnection::host)
        .toList();
  }

  /** Whether whatever the host has must be in the policy, which says enough of it. */
  private boolean mustNameAll(HostConnection host) {
    Optional<Product> product = host.way().product();
    return ResourceKinds.catalogues().stream()
        .filter(kind -> policy.unlisted().containsKey(kind.kind()))
        .map(Catalogue::product)
        .anyMatch(one -> product.isEmpty() || product.get() == one);
  }

  private static Connections connections(GoalRequest request) throws PolicyException {
    Connections connections = request.paths().connected();
    new HostPick(request.hosts(), request.connections()).check(connections.hosts().values());
    return connections;
  }

  /** A file that nobody named need not be there. */
  private static Waivers waivers(GoalRequest request, Optional<Connections> connections)
      throws PolicyException {
    Path file = request.paths().waivers().orElseGet(request.paths()::usualWaivers);
    if (request.paths().waivers().isEmpty() && !java.nio.file.Files.exists(file)) {
      return Waivers.none();
    }
    return new WaiversReader(ResourceKinds.catalogues(), ResourceKinds.rules(), request.today())
        .read(file, connections);
  }
}
