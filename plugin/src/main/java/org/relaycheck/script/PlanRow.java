package org.relaycheck.script;

import java.util.List;

/**
 * A line of a plan that is the same for many hosts.
 *
 * @param line of the first of them
 * @param name the resource's; {@code {host}} in it is the name of each
 * @param hosts their keys, sorted
 */
public record PlanRow(PlanLine line, String name, List<String> hosts) {

  public PlanRow {
    hosts = List.copyOf(hosts);
  }
}
