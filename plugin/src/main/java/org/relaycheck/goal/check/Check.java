package org.relaycheck.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.drift.Comparison;
import org.relaycheck.drift.Drift;
import org.relaycheck.drift.Outcome;
import org.relaycheck.drift.Waiving;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Survey;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.policy.Problem;
import org.relaycheck.report.Run;
import org.relaycheck.state.HostState;

/** Compares a policy with the hosts that it speaks of. */
public final class Check {

  private final Ports ports;

  public Check(Ports ports) {
    this.ports = ports;
  }

  /** What came of it; files that are wrong are an outcome too. */
  public Run run(Request request) {
    return compare(request).run();
  }

  Compared compare(Request request) {
    List<String> policies = request.policies().stream().map(Object::toString).toList();
    Run.Scope scope = new Run.Scope(policies, request.hosts());
    Run.Stamp stamp = new Run.Stamp(ports.version(), request.now());
    try {
      Files files = Files.read(request);
      Needed needed = Needed.by(files, request);
      SortedMap<String, HostState> hosts = new TreeMap<>(needed.skipped());
      hosts.putAll(
          new Survey(ports.source(), request.parallel(), ports.progress())
              .of(needed.asked(), ResourceTypes.catalogues(), request.now()));
      hosts.putAll(SameServer.of(needed.asked(), hosts));
      Drift found = Comparison.between(files.policy(), hosts, ResourceTypes.catalogues());
      Drift ruled = new Ruled(files, request.today()).of(found, hosts);
      String connections = String.valueOf(request.connections().getFileName());
      Drift drift =
          new Waiving(files.waivers(), request.today())
              .of(ruled.with(UnlistedServers.of(files, connections, hosts)), hosts)
              .noting(RightsBeyondGroups.of(hosts))
              .unmentioned(files.unmentioned());
      Outcome outcome = Outcome.of(drift, request.failOn(), !needed.skipped().isEmpty());
      Map<String, Connection> asked = new TreeMap<>();
      needed.asked().forEach(one -> asked.put(one.host(), one));
      Run run = new Run(drift, outcome, request.failOn(), scope, hosts, stamp);
      return new Compared(run, asked, Optional.of(files));
    } catch (PolicyException wrong) {
      List<String> problems = wrong.problems().stream().map(Problem::toString).toList();
      Run run = Run.refused(problems, request.failOn(), scope, stamp);
      return new Compared(run, Map.of(), Optional.empty());
    }
  }
}
