package org.relaycheck.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.relaycheck.drift.FailOn;
import org.relaycheck.engine.Check;
import org.relaycheck.engine.Ports;
import org.relaycheck.engine.Request;
import org.relaycheck.live.Progress;
import org.relaycheck.recorded.RecordSource;
import org.relaycheck.report.Console;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.Run;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/**
 * Checks a made-up fleet once, cold, and prints the time and the memory: run it with a small heap.
 *
 * <p>Arguments: hosts, connectors, a folder to work in.
 */
final class FleetCheck {

  private static final double NANOS = 1e9;

  private FleetCheck() {}

  public static void main(String[] args) throws Exception {
    Fleet fleet = new Fleet(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    Path folder = Path.of(args[2]);
    List<Path> policies = fleet.write(folder);
    System.gc();
    long start = System.nanoTime();
    Run run = check(policies, folder);
    new OutputFolder(folder.resolve("relay")).write(run);
    int lines = Console.lines(run).size();
    double seconds = (System.nanoTime() - start) / NANOS;
    System.out.printf(
        "hosts %d connectors %d outcome %s lines %d seconds %.2f heap limit %d MB%n",
        fleet.hosts(),
        fleet.connectors(),
        run.outcome().word(),
        lines,
        seconds,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static Run check(List<Path> policies, Path folder) {
    Ports ports =
        new Ports(new RecordSource(ReceiveConnectorRows.CATALOGUE), Progress.silent(), "bench");
    Request request =
        new Request(
            policies,
            folder.resolve("relay-connections.yaml"),
            List.of(),
            FailOn.ERROR,
            Runtime.getRuntime().availableProcessors(),
            Instant.now());
    return new Check(ports).run(request);
  }
}
