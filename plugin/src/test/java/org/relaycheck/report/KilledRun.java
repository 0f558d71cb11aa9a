package org.relaycheck.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.relaycheck.report.file.OutputLock;

/** A run of its own process that never comes to its end. */
public final class KilledRun {

  private static final String HALF = "half of it is there";

  private KilledRun() {}

  /** Takes the folder that is named, and writes the half of a file. */
  public static void main(String[] folder) {
    Path path = Path.of(folder[0]);
    OutputLock lock = OutputLock.of(path);
    try {
      new OutputFolder(path)
          .write(
              "recorded/EX01.xml",
              out -> {
                out.write("half");
                out.flush();
                System.out.println(HALF);
                waitForNobody();
              });
    } finally {
      lock.close();
    }
  }

  /** As long as any test would; its input ends before it is told to stop. */
  private static void waitForNobody() {
    try {
      boolean told = new CountDownLatch(1).await(2, TimeUnit.MINUTES);
      throw new IllegalStateException("nobody was to say anything: " + told);
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  /** Starts one, and comes back when the half is there. */
  public static Process start(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledRun.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = said.readLine();
    if (!HALF.equals(line)) {
      throw new IOException("it did not start: " + line);
    }
    return process;
  }
}
