package org.relaycheck.goal.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.NeededHosts;
import org.relaycheck.goal.RequestFiles;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.RuledFiles;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.Survey;
import org.relaycheck.probe.ProbeAttempt;
import org.relaycheck.probe.ProbeOutcome;
import org.relaycheck.probe.ProbeProgress;
import org.relaycheck.probe.ProbeRunner;
import org.relaycheck.probe.RemoteProbe;
import org.relaycheck.probe.plan.ProbePlan;
import org.relaycheck.probe.plan.ProbeTarget;
import org.relaycheck.probe.plan.ProbeTargets;
import org.relaycheck.probe.plan.SendingAccounts;
import org.relaycheck.probe.wire.LineTally;
import org.relaycheck.probe.wire.SmtpServers;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.probe.LoadRates;
import org.relaycheck.report.probe.ProbeRun;
import org.relaycheck.state.HostState;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

/** Tries the receive connectors of a policy on the wire. */
public final class Probe {

  private final GoalPorts ports;
  private final SmtpServers lines;
  private final ProbeProgress watcher;

  /**
   * A probe that can be made several times.
   *
   * @param lines through which servers are called
   * @param watcher is told what is being tried
   */
  public Probe(GoalPorts ports, SmtpServers lines, ProbeProgress watcher) {
    this.ports = ports;
    this.lines = lines;
    this.watcher = watcher;
  }

  /**
   * What to try beyond two short sessions with each connector.
   *
   * @param connections how many to hold at the most; 0 for none
   * @param sendTo to whom messages are sent; empty for nobody
   * @param messages how many
   * @param prompt within which a server acknowledges that holds nothing back
   */
  public record Options(int connections, Optional<String> sendTo, int messages, Duration prompt) {}

  /**
   * What came of it.
   *
   * @param script that makes the same tries elsewhere
   */
  public record Result(ProbeRun run, String script) {}

  /**
   * Asks the servers for their connectors, says who answers, and calls what the policy means.
   *
   * @param former what a former run measured
   */
  public Result run(GoalRequest request, Options options, SortedMap<String, LoadRates> former) {
    List<String> policies = request.policies().stream().map(Object::toString).toList();
    CheckRun.Scope scope = new CheckRun.Scope(policies, request.hosts());
    CheckRun.Stamp stamp = new CheckRun.Stamp(ports.version(), request.now());
    try {
      RequestFiles files = RequestFiles.read(request);
      LineTally ledger = new LineTally(lines);
      Tried tried = tried(files, targets(files, request), ledger, plan(options, request));
      ProbeRun.Actions actions =
          new ProbeRun.Actions(ledger.called(), tried.messages(), options.sendTo());
      ProbeRun run = new ProbeRun(tried.proof(), request.failOn(), scope, stamp, actions, former);
      return new Result(run, ProbeScript.text(tried.remotes()));
    } catch (PolicyException wrong) {
      List<String> problems = wrong.problems().stream().map(FileProblem::toString).toList();
      ProbeOutcome proof = new ProbeOutcome(List.of(), false, problems);
      ProbeRun run =
          new ProbeRun(proof, request.failOn(), scope, stamp, ProbeRun.Actions.none(), former);
      return new Result(run, ProbeScript.text(List.of()));
    }
  }

  private record Tried(ProbeOutcome proof, List<RemoteProbe> remotes) {

    int messages() {
      return proof.attempts().stream()
          .flatMap(attempt -> attempt.measured().mailed().stream())
          .mapToInt(mailed -> mailed.acknowledged().size())
          .sum();
    }
  }

  private Tried tried(
      RequestFiles files, ProbeTargets targets, SmtpServers called, ProbePlan plan) {
    List<ProbeAttempt> attempts = new ArrayList<>();
    List<RemoteProbe> remotes = new ArrayList<>();
    ProbeRunner proving = new ProbeRunner(called, plan, watcher);
    for (ProbeTarget target : targets.all()) {
      SendingAccounts clients =
          SendingAccounts.of(files.policy(), target.server().calledBy(), target.endpoint().name());
      attempts.add(proving.of(target, clients));
      RemoteProbe.of(target, clients, plan).ifPresent(remotes::add);
    }
    boolean partial =
        targets.hosts().values().stream().anyMatch(HostState.Skipped.class::isInstance);
    return new Tried(new ProbeOutcome(attempts, partial, List.of()), remotes);
  }

  /** Only the hosts of which the policy names a receive connector are asked. */
  private ProbeTargets targets(RequestFiles files, GoalRequest request) {
    Set<String> wanted =
        files.policy().desired().stream()
            .map(desired -> desired.selector())
            .filter(selector -> selector.kind().equals(ReceiveConnectorRows.CATALOGUE.kind()))
            .map(selector -> selector.host())
            .collect(Collectors.toSet());
    NeededHosts needed = NeededHosts.by(files, request);
    List<HostConnection> asked =
        needed.asked().stream().filter(host -> wanted.contains(host.host())).toList();
    SortedMap<String, HostState> hosts = new TreeMap<>(needed.skipped());
    hosts.keySet().retainAll(wanted);
    hosts.putAll(
        new Survey(ports.source(), request.parallel(), ports.progress())
            .of(asked, ResourceKinds.catalogues(), request.now()));
    return new ProbeTargets(
        files.policy(), hosts, RuledFiles.site(files.connections().orElseThrow(), request.today()));
  }

  private static ProbePlan plan(Options options, GoalRequest request) {
    return new ProbePlan(
        options.connections(),
        options.sendTo(),
        options.messages(),
        Long.toString(request.now().toEpochMilli(), Character.MAX_RADIX),
        request.now(),
        options.prompt());
  }
}
