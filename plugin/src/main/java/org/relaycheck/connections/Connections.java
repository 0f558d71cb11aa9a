package org.relaycheck.connections;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.relaycheck.live.HostConnection;
import org.relaycheck.state.HostSurroundings;

/**
 * The hosts of a connections file, in its order and its spelling.
 *
 * @param hosts how to ask each host, by its key
 * @param surroundings what people know of each host, by its key
 */
public record Connections(
    Map<String, HostConnection> hosts, Map<String, HostSurroundings> surroundings) {

  /** No host's name: it stands for all hosts of a kind. */
  public static final String ALL = "all";

  public Connections {
    hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    surroundings = Map.copyOf(surroundings);
  }
}
