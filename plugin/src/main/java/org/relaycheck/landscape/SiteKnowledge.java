package org.relaycheck.landscape;

import java.time.LocalDate;
import java.util.Map;
import org.relaycheck.state.Surroundings;

/**
 * What is known beside the answers of hosts: what people tell of them, by their keys in the
 * connections, and the day.
 *
 * @param names the name that each server gives itself
 * @param surroundings its place in the network
 * @param today the day of the run, in UTC
 */
public record Site(
    Map<String, String> names, Map<String, Surroundings> surroundings, LocalDate today) {

  public Site {
    names = Map.copyOf(names);
    surroundings = Map.copyOf(surroundings);
  }

  /** A site of which nothing is told. */
  public static Site unknown(LocalDate today) {
    return new Site(Map.of(), Map.of(), today);
  }

  String name(String host) {
    return names.getOrDefault(host, host);
  }

  Surroundings around(String host) {
    return surroundings.getOrDefault(host, Surroundings.unknown());
  }
}
