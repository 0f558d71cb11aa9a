package org.relaycheck.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.relaycheck.state.HostState;

/**
 * Hosts that are one SQL Server under several names, as an alias and a listener are: a difference
 * of one is a difference of all, and a policy that wants two things of them never comes to rest.
 */
final class SameServer {

  private SameServer() {}

  /** A line for each server that several hosts lead to. */
  static List<String> of(SortedMap<String, HostState> states) {
    SortedMap<String, SortedSet<String>> hosts = new TreeMap<>();
    states.forEach(
        (host, state) ->
            identity(state)
                .ifPresent(
                    server -> hosts.computeIfAbsent(server, s -> new TreeSet<>()).add(host)));
    return hosts.values().stream()
        .filter(names -> names.size() > 1)
        .map(names -> String.join(" and ", names) + " lead to the same msdb; keep one of them")
        .toList();
  }

  /** An availability group that contains its msdb is one server, on whichever node it is. */
  private static Optional<String> identity(HostState state) {
    if (!(state instanceof HostState.Read read)) {
      return Optional.empty();
    }
    Optional<String> group = fact(read, "ContainedAvailabilityGroup");
    return group.isPresent()
        ? group
        : fact(read, "ServerName")
            .flatMap(server -> fact(read, "MachineName").map(machine -> machine + "\n" + server));
  }

  private static Optional<String> fact(HostState.Read read, String name) {
    Map<String, String> facts = read.facts();
    return Optional.ofNullable(facts.get(name)).map(text -> text.toUpperCase(Locale.ROOT));
  }
}
