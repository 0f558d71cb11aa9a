package org.relaycheck.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.check.Check;
import org.relaycheck.goal.remediate.Remediate;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Console;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.RemediationFolder;

/**
 * Checks or remediates a fleet in which everything has drifted, once, in a JVM that has done
 * neither before, and prints what it took: from reading the files to the lines for the console.
 *
 * <p>Arguments: {@code write}, {@code check} or {@code remediate}, hosts, resources, a folder.
 */
final class RemediateCheck {

  private static final double MILLIS = 1e3;

  private RemediateCheck() {}

  public static void main(String[] args) throws Exception {
    DriftedFleet fleet = new DriftedFleet(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Path folder = Path.of(args[3]);
    Instant start = Instant.now();
    int findings =
        switch (args[0]) {
          case "write" -> {
            fleet.write(folder);
            yield 0;
          }
          case "check" -> check(folder);
          default -> remediate(folder);
        };
    System.out.printf(
        Locale.ROOT,
        "%s  hosts %d  resources %d  findings %d  seconds %.2f  cpu %.2f%n",
        args[0],
        fleet.hosts(),
        fleet.resources(),
        findings,
        Duration.between(start, Instant.now()).toMillis() / MILLIS,
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
            / MILLIS);
  }

  private static int check(Path folder) {
    OutputFolder output = new OutputFolder(folder.resolve("relay"));
    output.clear();
    CheckRun run = new Check(ports()).run(request(folder));
    output.write(run);
    Console.lines(run);
    return run.drift().findings().size();
  }

  private static int remediate(Path folder) {
    OutputFolder output = new OutputFolder(folder.resolve("relay"));
    output.clear();
    RemediationFolder scripts =
        new RemediationFolder(folder.resolve("relay/remediation"), Instant.now());
    Remediate.Result result = new Remediate(ports()).run(request(folder), folder, scripts::write);
    scripts.close();
    output.write(result.run());
    Console.found(result.run());
    Console.byHand(result.byHand());
    Console.byHand(result.notAdopted());
    return result.run().drift().findings().size();
  }

  private static GoalPorts ports() {
    return new GoalPorts(
        new RecordSource(ReceiveConnectorRows.CATALOGUE), SurveyProgress.silent(), "bench");
  }

  private static GoalRequest request(Path folder) {
    return new GoalRequest(
        new GoalRequest.Paths(
            List.of(folder.resolve("relay-policy.yaml")), folder.resolve("relay-connections.yaml")),
        List.of(),
        FailOn.ERROR,
        Runtime.getRuntime().availableProcessors(),
        Instant.now());
  }
}
