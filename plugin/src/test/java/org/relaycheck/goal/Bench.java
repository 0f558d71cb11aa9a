package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.report.CheckRun;

/**
 * A folder in which a policy is adopted: with files, hosts that answer, and git.
 *
 * @param folder the folder
 * @param fleet the hosts
 */
public record Bench(Path folder, Fleet fleet) {

  public static final String POLICY = "relay-policy.yaml";

  /** Skips a test where there is no git, so that the skip is seen. */
  public static void needsGit() {
    assumeTrue(run(Path.of("."), List.of("git", "--version")).isEmpty(), "git is not on the PATH");
  }

  public Bench with(String name, String text) {
    try {
      Files.createDirectories(folder.resolve(name).resolveSibling("."));
      Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
      Files.writeString(folder.resolve("relay-connections.yaml"), fleet.connections());
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
    return this;
  }

  public String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  public Remediation remediate() {
    return Remediation.of(ports(), request(), folder);
  }

  public CheckRun check() {
    return new Check(ports()).run(request());
  }

  /** Applies a patch as a user does. */
  public void apply(String patch) {
    with("adopt.patch", patch);
    assertThat(run(folder, List.of("git", "init", "-q"))).isEmpty();
    List<String> apply = List.of("git", "-c", "core.autocrlf=false", "apply", "adopt.patch");
    assertThat(run(folder, apply)).as(patch).isEmpty();
  }

  /** What it says if it fails; nothing if it works. */
  private static String run(Path folder, List<String> command) {
    try {
      Path out = Files.createTempFile("git", ".txt");
      Process process =
          new ProcessBuilder(new ArrayList<>(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      boolean well = process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
      String said = Files.readString(out);
      Files.delete(out);
      return well ? "" : "failed: " + said;
    } catch (IOException none) {
      return none.toString();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private GoalPorts ports() {
    return new GoalPorts(fleet, SurveyProgress.silent(), "test");
  }

  private GoalRequest request() {
    return new GoalRequest(
        new GoalRequest.Paths(
            List.of(folder.resolve(POLICY)), folder.resolve("relay-connections.yaml")),
        List.of(),
        FailOn.WARNING,
        1,
        Instant.parse("2026-11-24T12:00:00Z"));
  }
}
