package org.relaycheck.goal.remediate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.relaycheck.compare.Comparison;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Verdict;
import org.relaycheck.goal.ComparedHosts;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.RequestFiles;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.RemediationFolder;
import org.relaycheck.report.plan.PlanPage;
import org.relaycheck.script.AllScripts;
import org.relaycheck.script.RemediationPlan;
import org.relaycheck.script.Script;
import org.relaycheck.script.ScriptHost;
import org.relaycheck.script.Scripts;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Severity;
import org.relaycheck.yaml.PolicyException;

/** Compares a policy with the hosts that it speaks of, and writes what would fix them. */
public final class Remediate {

  private final Check check;

  public Remediate(GoalPorts ports) {
    this.check = new Check(ports);
  }

  /** Where scripts and the patch go as they come: those of a fleet are more than a heap holds. */
  public interface Output {

    /** Writes one file as a whole. */
    void write(String name, OutputFolder.Content content);
  }

  /**
   * What came of it.
   *
   * @param run as of a check
   * @param files the name of each file, sorted
   * @param plan what the scripts do, and what people have to
   * @param notAdopted what the patch does not accept, a line each
   */
  public record Result(
      CheckRun run, SortedSet<String> files, RemediationPlan plan, List<String> notAdopted) {

    /** The run with those findings alone of which the plan does not tell. */
    public CheckRun unplanned() {
      return run.telling(finding -> !Scripts.wanted(finding));
    }
  }

  /**
   * With stubs of waivers, which a person fills in. Changes no host and no policy.
   *
   * @param root the folder that a patch of the policy is to be applied in
   * @param out takes the files
   */
  public Result run(GoalRequest request, Path root, Output out) {
    ComparedHosts compared = check.compare(request);
    Written written = new Written(out);
    stubs(compared, request)
        .toPaste()
        .ifPresent(text -> written.text(RemediationFolder.STUBS, text));
    return result(compared, request, root, written);
  }

  /** With waivers of all that was found, which hold as they are. Changes no host and no policy. */
  public Result snapshot(GoalRequest request, Path root, Output out) {
    ComparedHosts compared = check.compare(request);
    Written written = new Written(out);
    stubs(compared, request)
        .snapshot()
        .ifPresent(text -> written.text(RemediationFolder.SNAPSHOT, text));
    return result(compared, request, root, written);
  }

  private static WaiverStubs stubs(ComparedHosts compared, GoalRequest request) {
    Map<String, String> servers = new HashMap<>();
    compared.asked().forEach((host, asked) -> servers.put(host, asked.server()));
    return new WaiverStubs(compared.run().drift(), servers, request.today());
  }

  /**
   * Files that are being written.
   *
   * @param out where
   * @param names of those that are
   */
  private record Written(Output out, SortedSet<String> names) {

    Written(Output out) {
      this(out, new TreeSet<>());
    }

    void write(String name, OutputFolder.Content content) {
      out.write(name, content);
      names.add(name);
    }

    void text(String name, String text) {
      write(name, writer -> writer.write(text));
    }

    void script(Script script) {
      text(script.fileName(), script.fix());
      text(RemediationFolder.ROLLBACK + script.fileName(), script.rollback());
    }

    void plan(RemediationPlan plan, List<Finding> broken) {
      if (!plan.isEmpty() || !broken.isEmpty()) {
        text(PlanPage.FILE, PlanPage.text(plan, broken));
      }
      String all = AllScripts.fix(plan);
      if (!all.isEmpty()) {
        text(AllScripts.FILE, all);
        text(RemediationFolder.ROLLBACK + AllScripts.FILE, AllScripts.rollback(plan));
      }
    }
  }

  private static Result result(
      ComparedHosts compared, GoalRequest request, Path root, Written written) {
    RemediationPlan plan =
        Scripts.write(
            hosts(compared),
            compared.run().drift().findings(),
            ResourceKinds.remediators(),
            written::script);
    written.plan(plan, broken(compared.run().drift()));
    List<String> notAdopted =
        compared
            .files()
            .map(read -> adopt(request, read, compared.run(), root, written))
            .orElse(List.of());
    return new Result(compared.run(), written.names(), plan, notAdopted);
  }

  private static List<Finding> broken(ComparisonResult drift) {
    return drift.findings().stream()
        .filter(one -> one.verdict() == Verdict.BROKEN && one.severity() != Severity.IGNORE)
        .toList();
  }

  private static List<String> adopt(
      GoalRequest request, RequestFiles read, CheckRun run, Path root, Written written) {
    PolicyFiles files = new PolicyFiles(PolicyFiles::onDisk);
    Path whole = root.toAbsolutePath().normalize();
    Adoption adoption =
        new PolicyAdopter(run.drift(), files, drafts -> compare(request, read, run, drafts))
            .of(new FindingEdits(read.policy(), files, request.policies(), run), whole);
    if (!adoption.drafts().isEmpty()) {
      UnifiedDiff diff = new UnifiedDiff(whole, files);
      written.write(RemediationFolder.ADOPTION, out -> diff.write(adoption.drafts(), out));
    }
    return adoption.told();
  }

  private static ComparisonResult compare(
      GoalRequest request, RequestFiles read, CheckRun run, Map<Path, String> drafts)
      throws PolicyException {
    Policy policy =
        ResourceKinds.policyReader().read(request.policies(), read.connections(), drafts);
    return Comparison.between(policy, run.hosts(), ResourceKinds.catalogues());
  }

  /** The hosts that were read, as scripts are for them. */
  public static List<ScriptHost> hosts(ComparedHosts compared) {
    List<ScriptHost> hosts = new ArrayList<>();
    compared
        .run()
        .hosts()
        .forEach(
            (key, state) -> {
              HostConnection asked = compared.asked().get(key);
              if (asked != null && state instanceof HostState.Read read) {
                hosts.add(new ScriptHost(key, asked.server(), address(asked), read));
              }
            });
    return hosts;
  }

  private static String address(HostConnection asked) {
    return asked.way() instanceof HostWay.SqlServer way ? way.toolAddress() : asked.server();
  }
}
