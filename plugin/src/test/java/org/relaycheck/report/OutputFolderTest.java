package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.report.file.OutputException;
import org.relaycheck.report.json.JsonReport;

class OutputFolderTest {

  @TempDir Path temp;

  @Test
  void every_report_is_written_into_folders_that_are_made() throws IOException {
    Path folder = temp.resolve("target/relay");

    new OutputFolder(folder).write(Runs.nasty());

    assertThat(names(folder))
        .containsExactly(
            "TEST-relay.xml",
            "outcome.env",
            "outcome.properties",
            "report.html",
            "report.json",
            "report.md");
    assertThat(folder.resolve("report.json"))
        .hasContent(GoldenTest.text(new JsonReport(), Runs.nasty()));
  }

  @Test
  void what_was_chosen_is_written_and_the_outcome_beside() throws IOException {
    new OutputFolder(temp, Set.of(ReportFile.GITLAB)).write(Runs.everyVerdict());

    assertThat(names(temp))
        .containsExactly("gl-code-quality.json", "outcome.env", "outcome.properties");
  }

  @Test
  void the_last_run_s_files_are_deleted_and_nobody_else_s() throws IOException {
    OutputFolder output = new OutputFolder(temp);
    new OutputFolder(temp, EnumSet.allOf(ReportFile.class)).write(Runs.everyVerdict());
    Files.writeString(temp.resolve("report.json.1.part"), "left by a run that was killed");
    Files.writeString(temp.resolve("notes.md"), "mine");
    Files.createDirectories(temp.resolve("remediation"));
    Files.writeString(temp.resolve("remediation/latest.txt"), "for the person who ran it");

    output.clear();

    assertThat(names(temp)).containsExactly("notes.md", "remediation");
    assertThat(names(temp.resolve("remediation"))).containsExactly("latest.txt");
  }

  @Test
  void a_folder_that_is_not_there_is_clear() {
    new OutputFolder(temp.resolve("none")).clear();

    assertThat(temp.resolve("none")).doesNotExist();
  }

  @Test
  void a_file_that_fails_half_way_leaves_the_old_one_and_nothing_else() throws IOException {
    OutputFolder output = new OutputFolder(temp);
    output.write("report.md", out -> out.write("whole"));

    assertThatThrownBy(
            () ->
                output.write(
                    "report.md",
                    out -> {
                      out.write("half");
                      out.flush();
                      assertThat(temp.resolve("report.md")).hasContent("whole");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(OutputException.class)
        .hasMessageContainingAll("report.md", "No space left on device", "-Drelay.outputDirectory");

    assertThat(names(temp)).containsExactly("report.md");
    assertThat(temp.resolve("report.md")).hasContent("whole");
  }

  @Test
  void what_fails_while_it_is_made_leaves_nothing_either() throws IOException {
    OutputFolder output = new OutputFolder(temp);

    assertThatThrownBy(() -> output.write("a.md", out -> List.of().get(0)))
        .isInstanceOf(IndexOutOfBoundsException.class);

    assertThat(names(temp)).isEmpty();
  }

  @Test
  void a_folder_in_the_way_is_named_and_stays() throws IOException {
    Path inTheWay = Files.createDirectory(temp.resolve("report.json"));
    OutputFolder output = new OutputFolder(temp);

    output.clear();

    assertThatThrownBy(() -> output.write(Runs.everyVerdict()))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith(inTheWay + " is a folder")
        .hasMessageContaining("-Drelay.outputDirectory");
    assertThat(inTheWay).isEmptyDirectory();
  }

  @Test
  void a_file_where_the_folder_should_be_is_named() throws IOException {
    Path file = Files.writeString(temp.resolve("relay"), "mine");

    assertThatThrownBy(() -> new OutputFolder(file).write(Runs.everyVerdict()))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining(file + " is a file, and has to be a folder");
    assertThat(file).hasContent("mine");
  }

  @Test
  void an_output_folder_may_be_a_link() throws IOException {
    Path real = Files.createDirectory(temp.resolve("real"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), real);

    new OutputFolder(link).write("report.md", out -> out.write("x"));

    assertThat(real.resolve("report.md")).hasContent("x");
  }

  @Test
  void a_link_under_the_name_of_a_report_is_replaced_not_written_through() throws IOException {
    Path mine = Files.writeString(temp.resolve("mine.txt"), "mine");
    Path folder = Files.createDirectory(temp.resolve("out"));
    Files.createSymbolicLink(folder.resolve("report.md"), mine);

    new OutputFolder(folder).write("report.md", out -> out.write("ours"));

    assertThat(mine).hasContent("mine");
    assertThat(folder.resolve("report.md")).hasContent("ours");
  }

  @ParameterizedTest
  @ValueSource(strings = {"recorded/EX01.xml", "a/b"})
  void a_folder_of_ours_that_is_a_link_is_refused(String name) throws IOException {
    Path others = Files.createDirectory(temp.resolve("others"));
    Path folder = Files.createDirectory(temp.resolve("out"));
    Path link = folder.resolve(Path.of(name).getName(0));
    Files.createSymbolicLink(link, others);

    assertThatThrownBy(() -> new OutputFolder(folder).write(name, out -> out.write("x")))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith(link + " is a link, and has to be a folder")
        .hasMessageContaining("-Drelay.outputDirectory");

    assertThat(others).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void what_tells_who_may_relay_is_for_its_owner_alone() throws IOException {
    OutputFolder output = new OutputFolder(temp);
    Files.createDirectory(temp.resolve("recorded"));
    Files.writeString(temp.resolve("recorded/EX01.xml"), "readable by all, from an older version");

    output.write("recorded/EX01.xml", out -> out.write("x"));

    assertThat(rights(temp.resolve("recorded/EX01.xml"))).isEqualTo("rw-------");
    assertThat(rights(temp.resolve("recorded"))).isEqualTo("rwx------");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_report_is_for_all_whom_the_system_lets_in() throws IOException {
    Path usual = Files.createFile(temp.resolve("usual"));

    new OutputFolder(temp).write("report.md", out -> out.write("x"));

    assertThat(rights(temp.resolve("report.md"))).isEqualTo(rights(usual));
  }

  @Test
  void what_a_run_left_that_was_killed_is_swept_before_the_folder_is_written_to()
      throws IOException {
    Files.createDirectory(temp.resolve("recorded"));
    Path left = temp.resolve("recorded/EX09.xml." + UUID.randomUUID() + ".part");
    Path mine = temp.resolve("recorded/mine.part");
    Files.writeString(left, "half");
    Files.writeString(mine, "mine");

    new OutputFolder(temp).write("recorded/EX01.xml", out -> out.write("x"));

    assertThat(names(temp.resolve("recorded"))).containsExactly("EX01.xml", "mine.part");
  }

  @Test
  void two_runs_share_no_file_while_they_write() throws IOException {
    Set<String> parts = new HashSet<>();
    for (int run = 0; run < 2; run++) {
      new OutputFolder(temp).write("report.md", out -> parts.addAll(names(temp)));
    }

    assertThat(parts)
        .filteredOn(name -> !name.equals("report.md"))
        .hasSize(2)
        .allMatch(name -> name.matches("report\\.md\\..+\\.part"));
  }

  @Test
  void no_name_leads_out_of_the_folder() {
    OutputFolder output = new OutputFolder(temp.resolve("out"));

    assertThatThrownBy(() -> output.write("../a.txt", out -> out.write("x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(temp.resolve("a.txt")).doesNotExist();
  }

  @Test
  void the_outcome_is_read_back_whatever_the_encoding() throws IOException {
    String text = GoldenTest.text(new OutcomeFile(), Runs.everyVerdict());
    Properties read = new Properties();

    read.load(new StringReader(text));

    assertThat(read)
        .containsEntry("outcome", "unclear")
        .containsEntry("counts.drifted", "3")
        .containsEntry("written", "2026-01-02T03:04:05Z")
        .containsEntry("policies", "policies/edge.yaml,C:\\Größe\\b.yaml");
    assertThat(text.lines()).isSorted().noneMatch(line -> line.startsWith("#"));
    assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_shell_that_sources_the_variables_has_outcome_and_counts() throws Exception {
    Path file = temp.resolve("outcome.env");
    Files.writeString(file, GoldenTest.text(new OutcomeVariables(), Runs.everyVerdict()));
    Properties told = new Properties();
    told.load(new StringReader(GoldenTest.text(new OutcomeFile(), Runs.everyVerdict())));

    Process shell =
        new ProcessBuilder(
                "sh",
                "-euc",
                ". ./outcome.env; echo \"$RELAY_OUTCOME $RELAY_COUNTS_IN_SYNC $RELAY_FAIL_ON\"")
            .directory(temp.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(shell.waitFor()).isZero();
    assertThat(said.strip())
        .isEqualTo(
            told.getProperty("outcome")
                + " "
                + told.getProperty("counts.in_sync")
                + " "
                + told.getProperty("failOn"));
  }

  @Test
  void a_variable_is_a_name_of_letters_and_one_word_whatever_people_wrote() throws IOException {
    assertThat(GoldenTest.text(new OutcomeVariables(), Runs.nasty()).lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("RELAY_[A-Z_]+=[A-Za-z0-9_:.-]+"));
  }
}
