package org.relaycheck.goal.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.connections.ConnectionsReader;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.RequestFiles;
import org.relaycheck.goal.RuledFiles;
import org.relaycheck.report.BreachLines;
import org.relaycheck.report.NoPolicyYet;
import org.relaycheck.report.UnmentionedHosts;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.state.Place;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Selector;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

/** Reads a policy, and the connections if there are any, and puts it to the rules; asks no host. */
public final class Validate {

  /**
   * What came of it.
   *
   * @param problems one line each; empty if all is well
   * @param lines rules that the policy breaks by what it says, and hosts that it leaves out
   * @param fails whether a breach reaches the severity that fails a build
   * @param summary what was read, in a line
   */
  public record Result(
      List<String> problems, List<ConsoleLine> lines, boolean fails, String summary) {
    public Result {
      problems = List.copyOf(problems);
      lines = List.copyOf(lines);
    }
  }

  /** Reads the files of a request. A connections file that is not there is not needed here. */
  public Result run(GoalRequest request) {
    Path connections = request.connections();
    try {
      Optional<String> elsewhere = elsewhere(connections);
      if (java.nio.file.Files.exists(connections) && elsewhere.isEmpty()) {
        return ruled(RequestFiles.read(request), request, "");
      }
      if (elsewhere.isPresent()) {
        return ruled(
            RequestFiles.withoutConnections(request),
            request,
            "; hosts are registered at "
                + elsewhere.get()
                + ", which is not asked here, so the names of hosts were not checked");
      }
      return ruled(
          RequestFiles.withoutConnections(request),
          request,
          "; there is no " + connections + ", so the names of hosts were not checked");
    } catch (PolicyException wrong) {
      List<String> problems = wrong.problems().stream().map(FileProblem::toString).toList();
      return new Result(problems, List.of(), false, NoPolicyYet.counts(problems));
    }
  }

  /** Where hosts are registered; a file that is wrong is told with the policy. */
  private static Optional<String> elsewhere(Path connections) {
    try {
      ConnectionsReader reader = new ConnectionsReader();
      Optional<String> server = reader.registry(connections).map(one -> one.server().host());
      reader.read(connections);
      return server;
    } catch (PolicyException wrong) {
      return Optional.empty();
    }
  }

  private static Result ruled(RequestFiles files, GoalRequest request, String note) {
    List<Finding> broken = new RuledFiles(files, request.today()).ofPolicy();
    FailOn failOn = request.failOn();
    boolean fails =
        failOn.fails()
            && broken.stream().anyMatch(one -> one.severity().reaches(failOn.threshold()));
    List<ConsoleLine> lines = new ArrayList<>(BreachLines.lines(broken));
    String told = lines.isEmpty() ? "" : "; it breaks " + count(lines.size(), "rule");
    new BaselineContradictions(files.policy())
        .lines()
        .forEach(text -> lines.add(new ConsoleLine(ConsoleLine.Level.WARN, text)));
    UnmentionedHosts.text(files.unmentioned())
        .ifPresent(text -> lines.add(new ConsoleLine(ConsoleLine.Level.WARN, text)));
    return new Result(List.of(), lines, fails, summary(files) + told + note);
  }

  /** Counts what the files say, each place once, however many hosts it is for. */
  private static String summary(RequestFiles files) {
    Policy policy = files.policy();
    Set<String> hosts = new TreeSet<>();
    Set<Place> resources = new HashSet<>();
    Set<Place> baselines = new HashSet<>();
    Set<Place> statements = new HashSet<>();
    for (var desired : policy.desired()) {
      hosts.add(desired.selector().host());
      boolean baseline = desired.selector() instanceof Selector.Where;
      (baseline ? baselines : resources).add(desired.origin().place());
      desired.statements().forEach(one -> statements.add(one.origin().place()));
    }
    List<String> parts = new ArrayList<>();
    parts.add(count(resources.size(), "resource"));
    parts.add(count(baselines.size(), "baseline"));
    parts.add(count(statements.size(), "statement"));
    int waivers = files.waivers().waivers().size();
    if (waivers > 0) {
      parts.add(count(waivers, "waiver"));
    }
    String known =
        files.connections().map(c -> " of " + c.hosts().size() + " connected").orElse("");
    return "the policy is valid: "
        + String.join(", ", parts)
        + " for "
        + count(hosts.size(), "host")
        + known;
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
