package org.relaycheck.goal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.compare.Comparison;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.PolicyChange;
import org.relaycheck.compare.WaiverApplication;
import org.relaycheck.goal.ComparedHosts;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.NeededHosts;
import org.relaycheck.goal.RequestFiles;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.RightsBeyondGroups;
import org.relaycheck.goal.RuledFiles;
import org.relaycheck.goal.SameServer;
import org.relaycheck.goal.UnlistedServers;
import org.relaycheck.landscape.flow.FlowMap;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.Survey;
import org.relaycheck.report.CheckRun;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

/** Compares a policy with the hosts that it speaks of. */
public final class Check {

  private final GoalPorts ports;

  public Check(GoalPorts ports) {
    this.ports = ports;
  }

  /** What came of it; files that are wrong are an outcome too. */
  public CheckRun run(GoalRequest request) {
    return compare(request).run();
  }

  public ComparedHosts compare(GoalRequest request) {
    List<String> policies = request.policies().stream().map(Object::toString).toList();
    CheckRun.Scope scope = new CheckRun.Scope(policies, request.hosts());
    CheckRun.Stamp stamp = new CheckRun.Stamp(ports.version(), request.now());
    try {
      RequestFiles files = RequestFiles.read(request);
      Optional<PolicyBase> base = PolicyBase.of(request);
      NeededHosts needed = NeededHosts.by(files, request);
      SortedMap<String, HostState> surveyed = surveyed(files, needed, base, request);
      SortedMap<String, HostState> hosts = new TreeMap<>(needed.skipped());
      needed.asked().forEach(one -> hosts.put(one.host(), state(surveyed, one.host())));
      hosts.putAll(SameServer.of(needed.asked(), hosts));
      RuledFiles.Ruled ruled = result(files, hosts, request);
      ComparisonResult drift = ruled.result();
      Outcome outcome = Outcome.of(drift, request.failOn(), !needed.skipped().isEmpty());
      Map<String, HostConnection> asked = new TreeMap<>();
      needed.asked().forEach(one -> asked.put(one.host(), one));
      CheckRun alone =
          new CheckRun(drift, outcome, request.failOn(), scope, hosts, stamp)
              .along(FlowMap.of(ruled.now(), drift.findings()));
      CheckRun run =
          base.map(before -> alone.after(change(before, surveyed, request, drift))).orElse(alone);
      return new ComparedHosts(run, asked, Optional.of(files));
    } catch (PolicyException wrong) {
      List<String> problems = wrong.problems().stream().map(FileProblem::toString).toList();
      CheckRun run = CheckRun.refused(problems, request.failOn(), scope, stamp);
      return new ComparedHosts(run, Map.of(), Optional.empty());
    }
  }

  /** Everything is asked once, for both policies. */
  private SortedMap<String, HostState> surveyed(
      RequestFiles files, NeededHosts needed, Optional<PolicyBase> base, GoalRequest request) {
    List<HostConnection> asked = new ArrayList<>(needed.asked());
    base.ifPresent(before -> asked.addAll(before.more(needed, files.connections().orElseThrow())));
    SortedMap<String, HostState> surveyed = new TreeMap<>(Address::compareFolded);
    surveyed.putAll(needed.skipped());
    surveyed.putAll(
        new Survey(ports.source(), request.parallel(), ports.progress())
            .of(asked, ResourceKinds.catalogues(), request.now()));
    return surveyed;
  }

  private static HostState state(Map<String, HostState> surveyed, String host) {
    return Objects.requireNonNull(surveyed.get(host), host);
  }

  private static PolicyChange change(
      PolicyBase base, Map<String, HostState> surveyed, GoalRequest request, ComparisonResult now) {
    return PolicyChange.between(
        base.names(), result(base.files(), base.hosts(surveyed), request).result(), now);
  }

  private static RuledFiles.Ruled result(
      RequestFiles files, SortedMap<String, HostState> hosts, GoalRequest request) {
    ComparisonResult found = Comparison.between(files.policy(), hosts, ResourceKinds.catalogues());
    RuledFiles.Ruled ruled = new RuledFiles(files, request.today()).of(found, hosts);
    String connections = String.valueOf(request.connections().getFileName());
    ComparisonResult accepted =
        new WaiverApplication(files.waivers(), request.today())
            .of(ruled.result().with(UnlistedServers.of(files, connections, hosts)), hosts)
            .noting(RightsBeyondGroups.of(hosts))
            .unmentioned(files.unmentioned());
    return new RuledFiles.Ruled(accepted, ruled.now());
  }
}
