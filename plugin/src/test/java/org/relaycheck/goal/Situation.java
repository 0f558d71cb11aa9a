package org.relaycheck.goal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.compare.FailOn;
import org.relaycheck.expected.PageWithoutAssets;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Console;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.history.RunHistory;

/**
 * A folder with a policy, connections and records.
 *
 * @param folder the folder
 */
public record Situation(Path folder) {

  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String OUTPUT = "expected";
  private static final String CONSOLE = "console.txt";
  private static final String HISTORY = "history";
  private static final String POLICY = "relay-policy.yaml";

  /** Each golden folder, also those that stand in a folder of their like. */
  public static List<Situation> all() {
    try (Stream<Path> folders = Files.walk(GOLDEN)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(POLICY)))
          .sorted()
          .map(Situation::new)
          .toList();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  String name() {
    return GOLDEN.relativize(folder).toString().replace(File.separatorChar, '/');
  }

  /** Where the expected files are. */
  Path expected() {
    return folder.resolve(OUTPUT);
  }

  /** The names of the expected files. */
  Set<String> expectedNames() {
    return Files.exists(expected()) ? files(expected()).keySet() : Set.of();
  }

  /** Whether it holds every format; another holds what the console tells, and nothing beside. */
  boolean ofEveryFormat() {
    return expectedNames().stream().anyMatch(name -> !name.equals(CONSOLE));
  }

  /** What is expected of it: of what a check tells, the files that it is about. */
  SortedMap<String, String> made(Path target) {
    SortedMap<String, String> output = output(8, target);
    if (!ofEveryFormat()) {
      output.keySet().retainAll(Set.of(CONSOLE));
    }
    return output;
  }

  /** The files that people wrote, by their names. */
  SortedMap<String, byte[]> given() {
    SortedMap<String, byte[]> given = files(folder);
    Path history = folder.resolve(HISTORY);
    if (Files.exists(history)) {
      files(history).forEach((name, bytes) -> given.put(HISTORY + "/" + name, bytes));
    }
    return given;
  }

  public CheckRun run(int parallel) {
    GoalRequest.Paths paths =
        new GoalRequest.Paths(
            List.of(folder.resolve(POLICY)), folder.resolve("relay-connections.yaml"));
    GoalRequest request = new GoalRequest(paths, List.of(), FailOn.ERROR, parallel, NOW);
    RecordSource records = new RecordSource(ResourceKinds.receiveConnectors());
    Optional<GoalRequest.Paths> base =
        Optional.of(folder.resolve("base-policy.yaml"))
            .filter(Files::exists)
            .map(before -> new GoalRequest.Paths(List.of(before), paths.connections()));
    CheckRun run =
        new Check(new GoalPorts(records, SurveyProgress.silent(), "1.0.0"))
            .run(request.after(base));
    Path history = folder.resolve(HISTORY);
    return Files.exists(history) ? new RunHistory(history).compared(run) : run;
  }

  /** All that a check tells, by the name of the file; this folder's own path is left out. */
  SortedMap<String, String> output(int parallel, Path target) {
    CheckRun run = run(parallel);
    new OutputFolder(target).write(run);
    SortedMap<String, String> output = new TreeMap<>();
    files(target)
        .forEach((name, bytes) -> output.put(name, PageWithoutAssets.of(bare(text(bytes)))));
    String lines =
        Console.lines(run).stream()
            .map(line -> line.level() + " " + line.text() + "\n")
            .collect(Collectors.joining());
    output.put(CONSOLE, bare(lines));
    return output;
  }

  private String bare(String text) {
    return text.replace(folder.toString().replace("\\", "\\\\") + "\\\\", "")
        .replace(folder + File.separator, "");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static SortedMap<String, byte[]> files(Path folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
      return files;
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
