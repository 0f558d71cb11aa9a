package org.relaycheck.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.relaycheck.drift.FailOn;

/**
 * What a user asks of a use case.
 *
 * @param policies the policy files, one layer
 * @param connections the connections file
 * @param hosts the hosts to ask; empty for all that the policy needs
 * @param failOn from which severity on a finding is drift
 * @param parallel how many hosts are asked at a time
 * @param now the one moment that the run knows
 */
public record Request(
    List<Path> policies,
    Path connections,
    List<String> hosts,
    FailOn failOn,
    int parallel,
    Instant now) {

  public Request {
    policies = List.copyOf(policies);
    hosts = List.copyOf(hosts);
  }
}
