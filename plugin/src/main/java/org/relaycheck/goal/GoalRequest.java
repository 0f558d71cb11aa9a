package org.relaycheck.goal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.relaycheck.compare.FailOn;
import org.relaycheck.connections.Connections;
import org.relaycheck.connections.ConnectionsReader;
import org.relaycheck.live.register.RegisteredServers;
import org.relaycheck.yaml.PolicyException;

/**
 * What a user asks of a use case.
 *
 * @param paths the files
 * @param hosts the hosts to ask; empty for all that the policy needs
 * @param failOn from which severity on a finding is drift
 * @param parallel how many hosts are asked at a time
 * @param now the one moment that the run knows
 * @param base the files before a change, with which the change is judged; empty for no change
 */
public record GoalRequest(
    Paths paths,
    List<String> hosts,
    FailOn failOn,
    int parallel,
    Instant now,
    Optional<Paths> base) {

  /** A request that is about no change. */
  public GoalRequest(Paths paths, List<String> hosts, FailOn failOn, int parallel, Instant now) {
    this(paths, hosts, failOn, parallel, now, Optional.empty());
  }

  /**
   * The files of ours that are read.
   *
   * @param policies the policy files, one layer
   * @param connections the connections file
   * @param waivers the file of waivers, which must be there; empty for the usual one, which need
   *     not
   * @param registered hosts that the connections do not list themselves
   */
  public record Paths(
      List<Path> policies, Path connections, Optional<Path> waivers, RegisteredServers registered) {

    private static final String WAIVERS = "relay-waivers.yaml";

    public Paths {
      policies = List.copyOf(policies);
    }

    /** Files, where no host is registered elsewhere. */
    public Paths(List<Path> policies, Path connections, Optional<Path> waivers) {
      this(policies, connections, waivers, new RegisteredServers.Unasked());
    }

    /** Files with the usual one of waivers. */
    public Paths(List<Path> policies, Path connections) {
      this(policies, connections, Optional.empty());
    }

    /** The connections as they are read, with all of their hosts. */
    public Connections connected() throws PolicyException {
      return new ConnectionsReader(registered).read(connections);
    }

    /** Beside the first policy. */
    Path usualWaivers() {
      return policies.isEmpty() ? Path.of(WAIVERS) : policies.get(0).resolveSibling(WAIVERS);
    }
  }

  public GoalRequest {
    hosts = List.copyOf(hosts);
  }

  public List<Path> policies() {
    return paths.policies();
  }

  public Path connections() {
    return paths.connections();
  }

  /** The same beside other files. */
  public GoalRequest after(Optional<Paths> before) {
    return new GoalRequest(paths, hosts, failOn, parallel, now, before);
  }

  /** The day in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
