package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Way;
import org.relaycheck.remedy.ByHand;
import org.relaycheck.remedy.Host;
import org.relaycheck.remedy.Prescription;
import org.relaycheck.remedy.Scripts;
import org.relaycheck.report.Run;
import org.relaycheck.state.HostState;

/** Compares a policy with the hosts that it speaks of, and writes what would mend them. */
public final class Remediate {

  /** More names on one line than anybody reads; report.md has all. */
  private static final int MOST = 5;

  private final Check check;

  public Remediate(Ports ports) {
    this.check = new Check(ports);
  }

  /**
   * What came of it.
   *
   * @param run as of a check
   * @param files the text of each script, and of waivers to choose from, by its name in the output
   *     folder
   * @param byHand what no script does, a line each
   * @param adoption what would accept the hosts as they are
   */
  public record Result(
      Run run, SortedMap<String, String> files, List<String> byHand, Adoption adoption) {}

  /**
   * With stubs of waivers, which a person fills in. Changes no host and no policy.
   *
   * @param root the folder that a patch of the policy is to be applied in
   */
  public Result run(Request request, Path root) {
    Compared compared = check.compare(request);
    Optional<String> stubs = stubs(compared, request).toPaste();
    return result(compared, adoption(compared, request, root), "waive/stubs.yaml", stubs);
  }

  /** With waivers of all that was found, which hold as they are. Changes no host and no policy. */
  public Result baseline(Request request, Path root) {
    Compared compared = check.compare(request);
    Optional<String> baseline = stubs(compared, request).baseline();
    return result(compared, adoption(compared, request, root), "waive/baseline.yaml", baseline);
  }

  private static Stubs stubs(Compared compared, Request request) {
    return new Stubs(compared.run().drift(), request.today());
  }

  private static Adoption adoption(Compared compared, Request request, Path root) {
    return compared
        .files()
        .map(read -> new Adopt(request, read, compared.run()).in(root))
        .orElseGet(() -> new Adoption("", List.of()));
  }

  private static Result result(
      Compared compared, Adoption adoption, String name, Optional<String> waivers) {
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
    Prescription prescription =
        Scripts.of(hosts, compared.run().drift().findings(), ResourceTypes.remediators());
    SortedMap<String, String> files = new TreeMap<>();
    waivers.ifPresent(text -> files.put(name, text));
    prescription
        .scripts()
        .forEach(
            script -> {
              files.put("remedy/" + script.fileName(), script.remedy());
              files.put("rollback/" + script.fileName(), script.rollback());
            });
    return new Result(compared.run(), files, told(prescription.byHand()), adoption);
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
