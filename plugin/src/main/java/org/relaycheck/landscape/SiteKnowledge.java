package org.relaycheck.landscape;

import java.time.LocalDate;
import java.util.Map;
import org.relaycheck.state.HostSurroundings;

/**
 * What is known beside the answers of hosts: what people tell of them, by their keys in the
 * connections, and the day.
 *
 * @param names the name that each server gives itself
 * @param surroundings its place in the network
 * @param today the day of the run, in UTC
 */
public record SiteKnowledge(
    Map<String, String> names, Map<String, HostSurroundings> surroundings, LocalDate today) {

  public SiteKnowledge {
    names = Map.copyOf(names);
    surroundings = Map.copyOf(surroundings);
  }

  /** A site of which nothing is told. */
  public static SiteKnowledge unknown(LocalDate today) {
    return new SiteKnowledge(Map.of(), Map.of(), today);
  }

  String name(String host) {
    return names.getOrDefault(host, host);
  }

  HostSurroundings around(String host) {
    return surroundings.getOrDefault(host, HostSurroundings.unknown());
  }
}
