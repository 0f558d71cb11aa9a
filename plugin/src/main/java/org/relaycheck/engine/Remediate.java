package org.relaycheck.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
   * @param files the text of each script by its name in the output folder
   * @param byHand what no script does, a line each
   */
  public record Result(Run run, SortedMap<String, String> files, List<String> byHand) {}

  /** Changes no host. */
  public Result run(Request request) {
    Compared compared = check.compare(request);
    List<Host> hosts = new ArrayList<>();
    compared
        .run()
        .hosts()
        .forEach(
            (key, state) -> {
              String server = compared.servers().get(key);
              if (server != null && state instanceof HostState.Read read) {
                hosts.add(new Host(key, server, read));
              }
            });
    Prescription prescription =
        Scripts.of(hosts, compared.run().drift().findings(), ResourceTypes.remediators());
    SortedMap<String, String> files = new TreeMap<>();
    prescription
        .scripts()
        .forEach(
            script -> {
              files.put("remedy/" + script.fileName(), script.remedy());
              files.put("rollback/" + script.fileName(), script.rollback());
            });
    return new Result(compared.run(), files, told(prescription.byHand()));
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
