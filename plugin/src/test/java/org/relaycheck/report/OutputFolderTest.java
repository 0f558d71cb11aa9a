package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  @TempDir Path temp;

  @Test
  void every_report_is_written_into_folders_that_are_made() throws IOException {
    Path folder = temp.resolve("target/relay");

    new OutputFolder(folder).write(Runs.nasty());

    assertThat(names(folder))
        .containsExactly("TEST-relay.xml", "outcome.properties", "report.json", "report.md");
    assertThat(folder.resolve("report.json"))
        .hasContent(GoldenTest.text(new JsonReport(), Runs.nasty()));
  }

  @Test
  void the_last_run_s_files_are_deleted_and_nobody_else_s() throws IOException {
    OutputFolder output = new OutputFolder(temp);
    output.write(Runs.everyVerdict());
    output.write("remedy/EX01.ps1", out -> out.write("old"));
    output.write("rollback/SQL01.sql", out -> out.write("old"));
    Files.writeString(temp.resolve("report.json.part"), "left by a run that was stopped");
    Files.writeString(temp.resolve("notes.md"), "mine");
    Files.writeString(temp.resolve("remedy/readme.txt"), "mine");
    Files.createDirectories(temp.resolve("remedy/old.ps1"));

    output.clear();

    assertThat(names(temp)).containsExactly("notes.md", "remedy", "rollback");
    assertThat(names(temp.resolve("remedy"))).containsExactly("old.ps1", "readme.txt");
    assertThat(names(temp.resolve("rollback"))).isEmpty();
  }

  @Test
  void a_link_is_not_followed_when_scripts_are_deleted() throws IOException {
    Path others = Files.createDirectory(temp.resolve("others"));
    Files.writeString(others.resolve("mine.ps1"), "mine");
    Path folder = Files.createDirectory(temp.resolve("out"));
    Files.createSymbolicLink(folder.resolve("remedy"), others);

    new OutputFolder(folder).clear();

    assertThat(others.resolve("mine.ps1")).exists();
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
        .hasMessageContaining(file + " is a file, expected is a folder");
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
    Files.createSymbolicLink(folder.resolve("report.md.part"), mine);

    new OutputFolder(folder).write("report.md", out -> out.write("ours"));

    assertThat(mine).hasContent("mine");
    assertThat(folder.resolve("report.md")).hasContent("ours");
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

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
