package org.relaycheck.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.relaycheck.live.Connection;
import org.relaycheck.state.Surroundings;

/**
 * The hosts of a connections file, in its order and its spelling.
 *
 * @param hosts how to ask each host, by its key
 * @param surroundings what people know of each host, by its key
 */
public record Connections(Map<String, Connection> hosts, Map<String, Surroundings> surroundings) {

  public Connections {
    hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    surroundings = Map.copyOf(surroundings);
  }

  /**
   * The hosts that a user picks by name; all if none is named.
   *
   * @param file whose hosts they are
   * @throws PolicyException for each name that no host has: it would be left out in silence
   */
  public static List<Connection> pick(Collection<Connection> hosts, List<String> names, Path file)
      throws PolicyException {
    Map<String, Connection> known = new LinkedHashMap<>();
    hosts.forEach(host -> known.put(Address.folded(host.host()), host));
    List<String> spelled = known.values().stream().map(Connection::host).toList();
    Place place = new Place(file.toString(), 1, 1);
    List<Problem> strangers =
        names.stream()
            .filter(name -> !known.containsKey(Address.folded(name)))
            .map(
                name ->
                    new Problem(
                        place,
                        "'"
                            + name
                            + "' of relay.hosts is no host of this file"
                            + Suggestion.ending(name, spelled)))
            .toList();
    if (!strangers.isEmpty()) {
      throw new PolicyException(strangers);
    }
    return names.isEmpty()
        ? List.copyOf(known.values())
        : names.stream().map(name -> known.get(Address.folded(name))).toList();
  }
}
