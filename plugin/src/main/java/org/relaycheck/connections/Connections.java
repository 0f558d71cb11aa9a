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

  /** No host's name: it stands for all hosts of a kind. */
  static final String ALL = "all";

  public Connections {
    hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    surroundings = Map.copyOf(surroundings);
  }
}
