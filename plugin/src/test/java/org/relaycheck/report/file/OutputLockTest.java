package org.relaycheck.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.report.KilledRun;
import org.relaycheck.report.OutputFolder;

/** One run at a time writes to a folder, and none that is stopped leaves the half of a file. */
@Timeout(120)
class OutputLockTest {

  @TempDir private Path temp;

  @Test
  void a_second_run_in_the_same_folder_is_told_so() {
    Path folder = temp.resolve("target/relay");
    try (OutputLock first = OutputLock.of(folder)) {
      assertThat(first).isNotNull();

      assertThatThrownBy(() -> OutputLock.of(folder))
          .isInstanceOf(OutputException.class)
          .hasMessageStartingWith("another run (process " + ProcessHandle.current().pid() + ") is")
          .hasMessageContaining("writing to " + folder + "; wait until it has ended, or write")
          .hasMessageContaining("-Drelay.outputDirectory");
    }
  }

  @Test
  void the_next_run_has_it_and_nothing_of_the_first_is_left() {
    OutputLock.of(temp).close();
    OutputLock.of(temp).close();

    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void runs_in_two_folders_do_not_mind_each_other() {
    try (OutputLock one = OutputLock.of(temp.resolve("one"));
        OutputLock other = OutputLock.of(temp.resolve("other"))) {
      assertThat(one).isNotSameAs(other);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_run_that_is_told_to_stop_leaves_no_half_of_a_file() throws Exception {
    Process run = KilledRun.start(temp);
    assertThat(names(temp.resolve("recorded"))).hasSize(1);

    run.destroy();
    run.waitFor();

    assertThat(temp.resolve("recorded")).isEmptyDirectory();
  }

  @Test
  void what_a_run_leaves_that_is_killed_the_next_one_takes_away() throws Exception {
    Process run = KilledRun.start(temp);
    assertThatThrownBy(() -> OutputLock.of(temp))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("process " + run.pid());

    run.destroyForcibly();
    run.waitFor();
    try (OutputLock next = OutputLock.of(temp)) {
      assertThat(next).isNotNull();
      new OutputFolder(temp).write("recorded/EX01.xml", out -> out.write("whole"));
    }

    assertThat(names(temp)).containsExactly("recorded");
    assertThat(names(temp.resolve("recorded"))).containsExactly("EX01.xml");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
