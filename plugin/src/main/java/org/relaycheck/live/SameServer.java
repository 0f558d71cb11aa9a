package org.relaycheck.live;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.relaycheck.state.HostState;

/**
 * Tells hosts that are one server under several names, as an alias and a listener are: a difference
 * of one is a difference of all, and a policy that wants two things of them never comes to rest.
 */
final class SameServer {

  /** The fact that such a host gets: the other names. */
  static final String FACT = "SameServerAs";

  private SameServer() {}

  static SortedMap<String, HostState> told(SortedMap<String, HostState> states) {
    Map<String, SortedSet<String>> hosts = new HashMap<>();
    states.forEach(
        (host, state) ->
            identity(state)
                .ifPresent(
                    server -> hosts.computeIfAbsent(server, s -> new TreeSet<>()).add(host)));
    SortedMap<String, HostState> told = new TreeMap<>(states);
    hosts.values().stream()
        .filter(names -> names.size() > 1)
        .forEach(names -> names.forEach(host -> told.compute(host, (h, s) -> told(h, s, names))));
    return told;
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
    return Optional.ofNullable(read.facts().get(name)).map(text -> text.toUpperCase(Locale.ROOT));
  }

  private static HostState told(String host, HostState state, SortedSet<String> names) {
    HostState.Read read = (HostState.Read) state;
    SortedSet<String> others = new TreeSet<>(names);
    others.remove(host);
    Map<String, String> facts = new TreeMap<>(read.facts());
    facts.put(FACT, String.join(", ", others));
    return new HostState.Read(facts, read.at(), read.kinds());
  }
}
