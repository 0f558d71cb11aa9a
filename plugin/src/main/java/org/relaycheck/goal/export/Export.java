package org.relaycheck.goal.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.connections.Connections;
import org.relaycheck.connections.ConnectionsWriter;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.UnlistedServers;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.Survey;
import org.relaycheck.policy.edit.PolicyDraftWriter;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.yaml.PolicyException;

/** Turns what hosts have into a policy that holds of them. */
public final class Export {

  private static final List<String> HEAD =
      List.of(
          "A policy of what was found, which checks clean. Nobody has reviewed it yet:",
          "read it, remove what does not matter, and add why the rest does.");

  private final GoalPorts ports;
  private final List<String> names;

  /** An export of whatever the hosts have. */
  public Export(GoalPorts ports) {
    this(ports, List.of());
  }

  /**
   * An export of some resources.
   *
   * @param names of resources of any kind, without case; empty for all
   */
  public Export(GoalPorts ports, List<String> names) {
    this.ports = ports;
    this.names = List.copyOf(names);
  }

  /**
   * What came of it.
   *
   * @param policy the policy's text; empty text if no host was read
   * @param connections the text of connections that lead to the same hosts, if all are recorded
   * @param unread hosts that could not be read, each with the reason
   * @param unlisted what would connect servers of the organisation that no connection names
   */
  public record Result(
      String policy,
      Optional<String> connections,
      SortedMap<String, String> unread,
      List<String> unlisted) {

    public Result {
      unlisted = List.copyOf(unlisted);
    }
  }

  /**
   * Asks every host of the connections, or those that the request names.
   *
   * @param records files to read instead of what the connections say; empty for the connections
   * @param folder where the files will be, which relative paths start from
   * @throws PolicyException if the connections are wrong, or no host has a resource that is named
   */
  public Result run(GoalRequest request, List<Path> records, Path folder) throws PolicyException {
    Connections read =
        records.isEmpty() ? request.paths().connected() : new Connections(Map.of(), Map.of());
    List<HostConnection> known =
        records.isEmpty()
            ? List.copyOf(read.hosts().values())
            : new RecordFiles(ports.source()).connections(records);
    SortedMap<String, String> unread = new TreeMap<>(twice(known));
    unread.putAll(unknown(request.hosts(), known));
    List<HostConnection> asked =
        known.stream()
            .filter(host -> wanted(host, request) && !unread.containsKey(host.host()))
            .sorted(Comparator.comparing(HostConnection::host))
            .toList();
    SortedMap<String, HostState> states =
        new Survey(ports.source(), request.parallel(), ports.progress())
            .of(asked, ResourceKinds.catalogues(), request.now());
    unread.putAll(silent(states));
    List<String> head = new ArrayList<>(HEAD);
    unread.forEach((host, why) -> head.add(host + " is left out: " + why));
    boolean any = states.values().stream().anyMatch(HostState.Read.class::isInstance);
    if (!any) {
      return new Result("", Optional.empty(), unread, List.of());
    }
    HostInventory inventory =
        new HostInventory(asked, states, head, new NamedResources(names).in(states));
    String policy =
        PolicyDraftWriter.policy(inventory.draft(), KnownOwners.of(request, read).owners());
    Map<String, HostConnection> byHost = new TreeMap<>();
    known.forEach(host -> byHost.put(host.host(), host));
    return new Result(
        policy,
        ConnectionsWriter.text(asked, read.surroundings(), folder),
        unread,
        UnlistedServers.entries(byHost, states));
  }

  private static Map<String, String> silent(Map<String, HostState> states) {
    Map<String, String> silent = new HashMap<>();
    states.forEach(
        (host, state) -> {
          if (state instanceof HostState.Unread unread) {
            silent.put(host, unread.why() + "; " + unread.fix());
          }
        });
    return silent;
  }

  private static Map<String, String> unknown(List<String> names, List<HostConnection> known) {
    Map<String, String> unknown = new HashMap<>();
    names.stream()
        .filter(name -> known.stream().noneMatch(host -> isNamed(host, name)))
        .forEach(name -> unknown.put(name, "neither a connection nor a record is of this host"));
    return unknown;
  }

  private static boolean wanted(HostConnection host, GoalRequest request) {
    return request.hosts().isEmpty()
        || request.hosts().stream().anyMatch(name -> isNamed(host, name));
  }

  private static boolean isNamed(HostConnection host, String name) {
    return Address.folded(name).equals(Address.folded(host.host()));
  }

  /** Servers that two files hold: which of the two is right is not for us to say. */
  private static Map<String, String> twice(List<HostConnection> known) {
    Map<String, HostConnection> first = new HashMap<>();
    Map<String, String> twice = new HashMap<>();
    for (HostConnection host : known) {
      HostConnection other = first.putIfAbsent(Address.folded(host.host()), host);
      if (other != null) {
        String why =
            "both " + other.place().file() + " and " + host.place().file() + " hold it; name one";
        twice.put(host.host(), why);
        twice.put(other.host(), why);
      }
    }
    return twice;
  }
}
