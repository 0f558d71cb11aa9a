package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.policy.Problem;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Selector;

/** Reads a policy, and the connections if there are any, and asks no host. */
public final class Validate {

  /**
   * What came of it.
   *
   * @param problems one line each; empty if all is well
   * @param summary what was read, in a line
   */
  public record Result(List<String> problems, String summary) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** Reads the files of a request. A connections file that is not there is not needed here. */
  public Result run(Request request) {
    Path connections = request.connections();
    try {
      if (java.nio.file.Files.exists(connections)) {
        return new Result(List.of(), summary(Files.read(request)));
      }
      String told = summary(Files.withoutConnections(request)) + "; there is no " + connections;
      return new Result(List.of(), told + ", so hosts were taken as they are named");
    } catch (PolicyException wrong) {
      List<String> problems = wrong.problems().stream().map(Problem::toString).toList();
      return new Result(problems, count(problems.size(), "problem") + " in files of ours");
    }
  }

  private static String summary(Files files) {
    Policy policy = files.policy();
    Set<String> hosts = new TreeSet<>();
    Set<Selector> baselines = new HashSet<>();
    int statements = 0;
    for (var desired : policy.desired()) {
      hosts.add(desired.selector().host());
      statements += desired.statements().size();
      if (desired.selector() instanceof Selector.Where) {
        baselines.add(desired.selector());
      }
    }
    List<String> parts = new ArrayList<>();
    int resources = policy.desired().size() - baselines.size();
    parts.add(count(resources, "resource"));
    parts.add(count(baselines.size(), "baseline"));
    parts.add(count(statements, "statement"));
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
