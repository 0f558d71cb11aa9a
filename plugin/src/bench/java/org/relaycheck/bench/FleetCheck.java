package org.relaycheck.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.check.Check;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Console;
import org.relaycheck.report.OutputFolder;

/**
 * Checks a made-up fleet once, in a JVM that has checked nothing before, and prints what it took:
 * reading the files, comparing, writing all reports, and the lines for the console.
 *
 * <p>Arguments: hosts, connectors, a folder to work in; with {@code write} in front, only the
 * fleet's files are written, so that the JVM that is measured has not run any of this code.
 */
final class FleetCheck {

  private static final double MILLIS = 1e3;

  private FleetCheck() {}

  public static void main(String[] args) throws Exception {
    boolean onlyWrite = args[0].equals("write");
    int first = onlyWrite ? 1 : 0;
    Fleet fleet = new Fleet(Integer.parseInt(args[first]), Integer.parseInt(args[first + 1]));
    Path folder = Path.of(args[first + 2]);
    if (onlyWrite) {
      fleet.write(folder);
    } else {
      measure(fleet, folder);
    }
  }

  private static void measure(Fleet fleet, Path folder) {
    Instant start = Instant.now();
    Duration cpuBefore = cpu();
    CheckRun run = check(fleet.policies(folder), folder);
    new OutputFolder(folder.resolve("relay")).write(run);
    int lines = Console.lines(run).size();
    System.out.printf(
        Locale.ROOT,
        "connectors %d  outcome %s  compared %d  lines %d  seconds %.2f  cpu %.2f  jvm %d ms"
            + "  gc %d ms  heap limit %d MB%n",
        fleet.connectors(),
        run.outcome().word(),
        run.drift().coverage().read(),
        lines,
        Duration.between(start, Instant.now()).toMillis() / MILLIS,
        cpu().minus(cpuBefore).toMillis() / MILLIS,
        ManagementFactory.getRuntimeMXBean().getUptime(),
        collecting(),
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** Of all threads, the compiler's and the collector's too: what a second JVM beside it lacks. */
  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(collector -> collector.getCollectionTime())
        .sum();
  }

  private static CheckRun check(List<Path> policies, Path folder) {
    GoalPorts ports =
        new GoalPorts(
            new RecordSource(ReceiveConnectorRows.CATALOGUE), SurveyProgress.silent(), "bench");
    GoalRequest request =
        new GoalRequest(
            new GoalRequest.Paths(policies, folder.resolve("relay-connections.yaml")),
            List.of(),
            FailOn.ERROR,
            Runtime.getRuntime().availableProcessors(),
            Instant.now());
    return new Check(ports).run(request);
  }
}
