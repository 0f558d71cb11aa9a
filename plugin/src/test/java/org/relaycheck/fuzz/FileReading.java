package org.relaycheck.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.check.Check;
import org.relaycheck.goal.explain.Explain;
import org.relaycheck.goal.explain.ExplainQuestion;
import org.relaycheck.goal.explain.WrongQuestionException;
import org.relaycheck.goal.validate.Validate;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Console;

/**
 * A file of a user that is read by the goal that reads it. Whatever it holds, the goal ends by
 * itself, with a verdict or with problems; what it throws is a fault of the goal.
 */
public enum FileReading {
  POLICY("relay-policy.yaml"),
  CONNECTIONS("relay-connections.yaml"),
  WAIVERS("relay-waivers.yaml"),
  RECORD("EX01.any"),
  LOG("mail.log");

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String BESIDE_POLICY =
      "hosts: {EX01: {recorded: EX01.any, maxAge: never}, SQL01: {recorded: SQL01.any}}\n";
  private static final String BESIDE =
      """
      version: 1
      receiveConnectors:
        SQL Relay: {hosts: EX01, MaxInboundConnectionPerSource: {atLeast: 100}, Enabled: true}
        Gone: {hosts: EX01, state: absent}
      unlisted: {receiveConnectors: warning}
      """;

  private final String file;

  FileReading(String file) {
    this.file = file;
  }

  /** As a folder of saved inputs is called. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Puts the content in its place in a folder, beside which everything is as it should be, and has
   * it read.
   *
   * @throws AssertionError if what comes of it is no verdict
   */
  public void read(byte[] content, Path folder) {
    lay(folder, POLICY, BESIDE);
    lay(folder, CONNECTIONS, BESIDE_POLICY);
    try {
      Files.deleteIfExists(folder.resolve(WAIVERS.file));
      Files.write(folder.resolve(file), content);
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
    switch (this) {
      case POLICY, CONNECTIONS, WAIVERS -> validate(folder);
      case RECORD -> check(folder);
      case LOG -> explain(folder);
    }
  }

  private void validate(Path folder) {
    for (String problem : new Validate().run(request(folder)).problems()) {
      if (!problem.contains(".yaml")) {
        throw new AssertionError("a problem without a file: " + problem);
      }
    }
  }

  private static void check(Path folder) {
    CheckRun run = new Check(ports()).run(request(folder));
    Console.lines(run);
    if (run.outcome() == Outcome.CLEAN && Console.lines(run).isEmpty()) {
      throw new AssertionError("clean without a word");
    }
  }

  private static void explain(Path folder) {
    try {
      new Explain(ports(), line -> {})
          .run(
              request(folder),
              new ExplainQuestion(
                  List.of(),
                  Optional.empty(),
                  Optional.of(folder.resolve(LOG.file)),
                  Optional.empty()));
    } catch (WrongQuestionException said) {
      if (String.valueOf(said.getMessage()).isBlank()) {
        throw new AssertionError("refused without a word", said);
      }
    }
  }

  private static GoalPorts ports() {
    return new GoalPorts(
        new RecordSource(ResourceKinds.catalogues().get(0)), SurveyProgress.silent(), "fuzz");
  }

  private static GoalRequest request(Path folder) {
    return new GoalRequest(
        new GoalRequest.Paths(
            List.of(folder.resolve(POLICY.file)), folder.resolve(CONNECTIONS.file)),
        List.of(),
        FailOn.ERROR,
        1,
        NOW);
  }

  private static void lay(Path folder, FileReading reading, String text) {
    try {
      Files.writeString(folder.resolve(reading.file), text);
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }
}
