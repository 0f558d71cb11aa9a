package org.relaycheck.standin.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One PowerShell for all tests of a JVM that makes and shows states of the stand-in, which is no
 * test's subject and takes longer to start than to do. It ends with the JVM, which closes its
 * input.
 */
final class StateKeeper {

  private static final String DONE = "state-keeper-is-done";
  private static Optional<StateKeeper> started = Optional.empty();

  private final BufferedWriter input;
  private final BufferedReader output;

  private StateKeeper(Process process) {
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Runs one line, which fails if a cmdlet does; {@code process} is started for the first. */
  static synchronized void run(ProcessBuilder process, String line) throws IOException {
    if (started.isEmpty()) {
      process.command().addAll(List.of("-NoProfile", "-NonInteractive", "-Command", "-"));
      process.environment().put("TERM", "dumb");
      started = Optional.of(new StateKeeper(process.redirectErrorStream(true).start()));
    }
    started.get().run(line);
  }

  private void run(String line) throws IOException {
    input.write("try { $ErrorActionPreference = 'Stop'; " + line + "; '" + DONE + "' }");
    input.write(" catch { [string]$_; '" + DONE + "' }\n");
    input.flush();
    StringBuilder said = new StringBuilder();
    String one = output.readLine();
    while (one != null && !one.endsWith(DONE)) {
      said.append(one).append('\n');
      one = output.readLine();
    }
    assertThat(one).as("the keeper of states ended: %s", said).isNotNull();
    assertThat(said.toString()).as(line).isEmpty();
  }
}
