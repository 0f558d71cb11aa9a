package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.relaycheck.drift.Comparison;
import org.relaycheck.drift.Drift;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Way;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.remedy.ByHand;
import org.relaycheck.remedy.Host;
import org.relaycheck.remedy.Script;
import org.relaycheck.remedy.Scripts;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.Run;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;

/** Compares a policy with the hosts that it speaks of, and writes what would mend them. */
public final class Remediate {

  /** More names on one line than anybody reads; report.md has all. */
  private static final int MOST = 5;

  private final Check check;

  public Remediate(Ports ports) {
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
   * @param files the name of each script and rollback, of waivers to choose from, and of the patch,
   *     sorted
   * @param byHand what no script does, a line each
   * @param notAdopted what the patch does not accept, a line each
   */
  public record Result(
      Run run, SortedSet<String> files, List<String> byHand, List<String> notAdopted) {}

  /**
   * With stubs of waivers, which a person fills in. Changes no host and no policy.
   *
   * @param root the folder that a patch of the policy is to be applied in
   * @param out takes the files
   */
  public Result run(Request request, Path root, Output out) {
    Compared compared = check.compare(request);
    Written written = new Written(out);
    stubs(compared, request).toPaste().ifPresent(text -> written.text("waive/stubs.yaml", text));
    return result(compared, request, root, written);
  }

  /** With waivers of all that was found, which hold as they are. Changes no host and no policy. */
  public Result baseline(Request request, Path root, Output out) {
    Compared compared = check.compare(request);
    Written written = new Written(out);
    stubs(compared, request)
        .baseline()
        .ifPresent(text -> written.text("waive/baseline.yaml", text));
    return result(compared, request, root, written);
  }

  private static Stubs stubs(Compared compared, Request request) {
    return new Stubs(compared.run().drift(), request.today());
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
      text("remedy/" + script.fileName(), script.remedy());
      text("rollback/" + script.fileName(), script.rollback());
    }
  }

  private static Result result(Compared compared, Request request, Path root, Written written) {
    List<ByHand> byHand =
        Scripts.write(
            hosts(compared),
            compared.run().drift().findings(),
            ResourceTypes.remediators(),
            written::script);
    List<String> notAdopted =
        compared
            .files()
            .map(read -> adopt(request, read, compared.run(), root, written))
            .orElse(List.of());
    return new Result(compared.run(), written.names(), told(byHand), notAdopted);
  }

  private static List<String> adopt(
      Request request, Files read, Run run, Path root, Written written) {
    PolicyFiles files = new PolicyFiles(PolicyFiles::onDisk);
    Path whole = root.toAbsolutePath().normalize();
    Adoption adoption =
        new Adopt(run.drift(), files, drafts -> compare(request, read, run, drafts))
            .of(new Edits(read.policy(), files, request.policies(), run), whole);
    if (!adoption.drafts().isEmpty()) {
      UnifiedDiff diff = new UnifiedDiff(whole, files);
      written.write(OutputFolder.ADOPTION, out -> diff.write(adoption.drafts(), out));
    }
    return adoption.told();
  }

  private static Drift compare(Request request, Files read, Run run, Map<Path, String> drafts)
      throws PolicyException {
    Policy policy =
        ResourceTypes.policyReader().read(request.policies(), read.connections(), drafts);
    return Comparison.between(policy, run.hosts(), ResourceTypes.catalogues());
  }

  private static List<Host> hosts(Compared compared) {
    List<Host> hosts = new ArrayList<>();
    compared
        .run()
        .hosts()
        .forEach(
            (key, state) -> {
              Connection asked = compared.asked().get(key);
              if (asked != null && state instanceof HostState.Read read) {
                hosts.add(new Host(key, asked.server(), address(asked), read));
              }
            });
    return hosts;
  }

  private static String address(Connection asked) {
    return asked.way() instanceof Way.SqlServer way ? way.toolAddress() : asked.server();
  }

  private record Cause(String host, String why) {}

  private static List<String> told(List<ByHand> byHand) {
    Map<Cause, List<String>> byCause = new LinkedHashMap<>();
    for (ByHand one : byHand) {
      String host = one.finding().subject().address().host();
      byCause
          .computeIfAbsent(new Cause(host, one.why()), cause -> new ArrayList<>())
          .add(one.what());
    }
    List<String> lines = new ArrayList<>();
    byCause.forEach(
        (cause, what) ->
            lines.add(
                "by hand on "
                    + cause.host()
                    + ": "
                    + String.join("; ", what.subList(0, Math.min(MOST, what.size())))
                    + (what.size() > MOST ? "; and " + (what.size() - MOST) + " more" : "")
                    + ": "
                    + cause.why()));
    return lines;
  }
}
