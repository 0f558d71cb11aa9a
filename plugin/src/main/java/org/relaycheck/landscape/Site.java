package org.relaycheck.landscape;

import java.util.Map;
import org.relaycheck.state.Surroundings;

/**
 * What people tell of hosts, by their keys in the connections.
 *
 * @param names the name that each server gives itself
 * @param surroundings its place in the network
 */
public record Site(Map<String, String> names, Map<String, Surroundings> surroundings) {

  public Site {
    names = Map.copyOf(names);
    surroundings = Map.copyOf(surroundings);
  }

  /** A site of which nothing is told. */
  public static Site unknown() {
    return new Site(Map.of(), Map.of());
  }

  String name(String host) {
    return names.getOrDefault(host, host);
  }

  Surroundings around(String host) {
    return surroundings.getOrDefault(host, Surroundings.unknown());
  }
}
