package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.standin.network.ExchangeShell;

/** Every command that a goal prints or a page shows: sh and PowerShell take it alike. */
class PrintedCommandsTest {

  private static final Path ROOT = Path.of("..");

  private static final Pattern COMMAND =
      Pattern.compile(
          "mvn(?: -[A-Za-z]+(?: (?![\"']?-)(?:\"[^\"]*\"|[^\\s\"':]+(?=[ /])))?)*"
              + " (?:org\\.[a-z]+:[a-z-]+:|relay:)[a-zA-Z0-9.:-]*[a-z]"
              + "(?: (?:\"-D[^\"\n]*\"|'-D[^'\n]*'|-D[A-Za-z.]+(?:=[^\\s`,;)\"]*)?))*");

  private static final Pattern BARE = Pattern.compile("(?<=[^\"'\n])-Drelay\\.[a-z]");

  /** What a run may have been given that a shell could take for something else. */
  private static final NextCommand ODD =
      new NextCommand(
          NextCommand.Spelling.maven(
              " -f \"sub folder/pom.xml\"", "org.relaycheck:relay-maven-plugin:1.2.3-SNAPSHOT"),
          Map.of(
              "relay.policy", "my policies/a b.yaml,$HOME/*.yaml",
              "relay.connections", "C:\\relay\\it's.yaml",
              "relay.waivers", "\\\\server\\share\\w.yaml",
              "relay.outputDirectory", "out; & (x) `date` !1 %TEMP% “y”"));

  @TempDir private Path folder;

  private Path mvn;

  @BeforeEach
  void a_maven_that_prints_what_it_is_given() throws IOException {
    mvn = folder.resolve("bin/mvn");
    Files.createDirectories(mvn.getParent());
    Files.writeString(mvn, "#!/bin/sh\nfor a in \"$@\"; do printf '<%s>' \"$a\"; done\necho\n");
    assumeTrue(mvn.toFile().setExecutable(true) && File.separatorChar == '/', "needs sh");
  }

  @Test
  void both_shells_take_them_alike() throws Exception {
    List<String> printed = List.copyOf(commands());
    List<String> all = new ArrayList<>(printed);
    printed.forEach(command -> all.add(ODD.in(command)));
    assertThat(printed).hasSizeGreaterThan(25).contains("mvn relay:check", "mvn relay:doctor");

    List<String> taken = run(all, "sh", "commands.sh");

    assertThat(taken).hasSameSizeAs(all);
    assertThat(taken).contains("<relay:check>");
    assertThat(taken)
        .filteredOn(line -> line.contains("1.2.3-SNAPSHOT"))
        .hasSizeGreaterThan(15)
        .allMatch(line -> line.contains("<-f><sub folder/pom.xml>"))
        .anyMatch(line -> line.contains("<-Drelay.policy=my policies/a b.yaml,$HOME/*.yaml>"))
        .anyMatch(
            line -> line.contains("<-Drelay.outputDirectory=out; & (x) `date` !1 %TEMP% “y”>"));
    String shell = ExchangeShell.engine();
    assertThat(run(all, shell, "commands.ps1")).isEqualTo(taken);
  }

  @Test
  void an_option_that_is_not_quoted_would_be_split_at_its_dot() throws Exception {
    List<String> bare = List.of("mvn relay:check -Drelay.policy=a.yaml");

    assertThat(run(bare, "sh", "bare.sh")).containsExactly("<relay:check><-Drelay.policy=a.yaml>");
    String shell = ExchangeShell.engine();
    assertThat(run(bare, shell, "bare.ps1"))
        .containsExactly("<relay:check><-Drelay><.policy=a.yaml>");
  }

  @Test
  void no_option_is_shown_without_quotes() {
    assertThat(texts().filter(text -> BARE.matcher(text).find()).map(PrintedCommandsTest::bare))
        .isEmpty();
  }

  private static String bare(String text) {
    return text.lines().filter(line -> BARE.matcher(line).find()).findFirst().orElse("");
  }

  private SortedSet<String> commands() {
    SortedSet<String> commands = new TreeSet<>();
    texts()
        .forEach(
            text -> COMMAND.matcher(text).results().map(MatchResult::group).forEach(commands::add));
    return commands;
  }

  /** Pages, snippets, what is expected of goals, and the texts in the program itself. */
  private static Stream<String> texts() {
    Predicate<Path> page = file -> file.toString().matches(".*\\.(md|sh|ps1|yaml|txt|sql|groovy)");
    return Stream.of(
            files("", 1, file -> file.toString().matches(".*(README|CONTRIBUTING)\\.md")),
            files("docs", 9, page.and(file -> !file.toString().contains("performance"))),
            files("example-project", 1, page),
            files("policies", 1, page),
            files("plugin/src/main/resources", 9, page),
            files("plugin/src/test/resources", 9, page),
            files("plugin/src/main/java", 99, file -> file.toString().endsWith(".java")))
        .flatMap(files -> files)
        .map(PrintedCommandsTest::text);
  }

  private static Stream<Path> files(String below, int depth, Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(below), depth)) {
      return files.filter(Files::isRegularFile).filter(wanted).sorted().toList().stream();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /**
   * Of a class, its texts: literals that are joined are one, and quotes in them are not escaped.
   */
  private static String text(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return file.toString().endsWith(".java")
          ? text.replaceAll("\"\\s*\\+ \"", "")
              .replaceAll("(?<!\\\\)\"", "\n")
              .replace("\\\"", "\"")
          : text;
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private List<String> run(List<String> commands, String shell, String name) throws Exception {
    Path script = folder.resolve(name);
    Files.writeString(
        script, "\uFEFF".repeat(name.endsWith("1") ? 1 : 0) + String.join("\n", commands) + "\n");
    ProcessBuilder process = new ProcessBuilder(shell, script.toString());
    process
        .environment()
        .merge("PATH", mvn.getParent() + File.pathSeparator, (old, first) -> first + old);
    process.redirectErrorStream(true).redirectOutput(folder.resolve(name + ".out").toFile());
    Process started = process.start();
    assertThat(started.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return Files.readAllLines(folder.resolve(name + ".out"));
  }
}
