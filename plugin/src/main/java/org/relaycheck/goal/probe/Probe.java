package org.relaycheck.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Survey;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.policy.Problem;
import org.relaycheck.probe.Ledger;
import org.relaycheck.probe.Lines;
import org.relaycheck.proof.Aim;
import org.relaycheck.proof.Aims;
import org.relaycheck.proof.Clients;
import org.relaycheck.proof.Errand;
import org.relaycheck.proof.Plan;
import org.relaycheck.proof.Proof;
import org.relaycheck.proof.Proving;
import org.relaycheck.proof.Trial;
import org.relaycheck.proof.Watcher;
import org.relaycheck.report.ProbeRun;
import org.relaycheck.report.Rates;
import org.relaycheck.report.Run;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.HostState;

/** Tries the receive connectors of a policy on the wire. */
public final class Probe {

  private final Ports ports;
  private final Lines lines;
  private final Watcher watcher;

  /**
   * A probe that can be made several times.
   *
   * @param lines through which servers are called
   * @param watcher is told what is being tried
   */
  public Probe(Ports ports, Lines lines, Watcher watcher) {
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
  public record Wish(int connections, Optional<String> sendTo, int messages, Duration prompt) {}

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
  public Result run(Request request, Wish wish, SortedMap<String, Rates> former) {
    List<String> policies = request.policies().stream().map(Object::toString).toList();
    Run.Scope scope = new Run.Scope(policies, request.hosts());
    Run.Stamp stamp = new Run.Stamp(ports.version(), request.now());
    try {
      Files files = Files.read(request);
      Ledger ledger = new Ledger(lines);
      Tried tried = tried(files, aims(files, request), ledger, plan(wish, request));
      ProbeRun.Deeds deeds = new ProbeRun.Deeds(ledger.called(), tried.messages(), wish.sendTo());
      ProbeRun run = new ProbeRun(tried.proof(), request.failOn(), scope, stamp, deeds, former);
      return new Result(run, ProbeScript.text(tried.errands()));
    } catch (PolicyException wrong) {
      List<String> problems = wrong.problems().stream().map(Problem::toString).toList();
      Proof proof = new Proof(List.of(), false, problems);
      ProbeRun run =
          new ProbeRun(proof, request.failOn(), scope, stamp, ProbeRun.Deeds.none(), former);
      return new Result(run, ProbeScript.text(List.of()));
    }
  }

  private record Tried(Proof proof, List<Errand> errands) {

    int messages() {
      return proof.trials().stream()
          .flatMap(trial -> trial.measured().mailed().stream())
          .mapToInt(mailed -> mailed.acknowledged().size())
          .sum();
    }
  }

  private Tried tried(Files files, Aims aims, Lines called, Plan plan) {
    List<Trial> trials = new ArrayList<>();
    List<Errand> errands = new ArrayList<>();
    Proving proving = new Proving(called, plan, watcher);
    for (Aim aim : aims.all()) {
      Clients clients = Clients.of(files.policy(), aim.server().calledBy(), aim.endpoint().name());
      trials.add(proving.of(aim, clients));
      Errand.of(aim, clients, plan).ifPresent(errands::add);
    }
    boolean partial = aims.hosts().values().stream().anyMatch(HostState.Skipped.class::isInstance);
    return new Tried(new Proof(trials, partial, List.of()), errands);
  }

  /** Only the hosts of which the policy names a receive connector are asked. */
  private Aims aims(Files files, Request request) {
    Set<String> wanted =
        files.policy().desired().stream()
            .map(desired -> desired.selector())
            .filter(selector -> selector.kind().equals(ReceiveConnectorRows.CATALOGUE.kind()))
            .map(selector -> selector.host())
            .collect(Collectors.toSet());
    Needed needed = Needed.by(files, request);
    List<Connection> asked =
        needed.asked().stream().filter(host -> wanted.contains(host.host())).toList();
    SortedMap<String, HostState> hosts = new TreeMap<>(needed.skipped());
    hosts.keySet().retainAll(wanted);
    hosts.putAll(
        new Survey(ports.source(), request.parallel(), ports.progress())
            .of(asked, ResourceTypes.catalogues(), request.now()));
    return new Aims(
        files.policy(), hosts, Ruled.site(files.connections().orElseThrow(), request.today()));
  }

  private static Plan plan(Wish wish, Request request) {
    return new Plan(
        wish.connections(),
        wish.sendTo(),
        wish.messages(),
        Long.toString(request.now().toEpochMilli(), Character.MAX_RADIX),
        request.now(),
        wish.prompt());
  }
}
