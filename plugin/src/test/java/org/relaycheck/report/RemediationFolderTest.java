package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.report.file.OutputException;

/** Where scripts and rollbacks are, and that they stay. */
class RemediationFolderTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.75Z");
  private static final Instant NEXT_DAY = Instant.parse("2026-11-25T09:30:00Z");

  @TempDir private Path temp;

  private Path all() {
    return temp.resolve("target/relay/remediation");
  }

  private void run(Instant now, String... hosts) {
    RemediationFolder folder = new RemediationFolder(all(), now);
    for (String host : hosts) {
      folder.write(host + ".ps1", out -> out.write("fix"));
      folder.write("rollback/" + host + ".ps1", out -> out.write("undo"));
    }
    folder.close();
  }

  @Test
  void a_run_has_a_folder_of_its_own_and_the_newest_is_named() {
    run(NOON, "EX01");
    run(NEXT_DAY, "EX01");

    assertThat(all().resolve("2026-11-24T12-00-00Z/EX01.ps1")).hasContent("fix");
    assertThat(all().resolve("2026-11-25T09-30-00Z/rollback/EX01.ps1")).hasContent("undo");
    assertThat(all().resolve("latest.txt")).hasContent("2026-11-25T09-30-00Z\n");
  }

  @Test
  void two_runs_of_the_same_second_have_folders_of_their_own() throws IOException {
    run(NOON, "EX01");
    run(NOON.plusMillis(1), "EX02");
    run(NOON.plusMillis(2), "EX03");

    assertThat(names(all()))
        .containsExactly(
            "2026-11-24T12-00-00Z",
            "2026-11-24T12-00-00Z-2",
            "2026-11-24T12-00-00Z-3",
            "latest.txt",
            "rollbacks.txt");
    assertThat(names(all().resolve("2026-11-24T12-00-00Z")))
        .containsExactly("EX01.ps1", "rollback");
    assertThat(all().resolve("latest.txt")).hasContent("2026-11-24T12-00-00Z-3\n");
  }

  @Test
  void the_rollback_of_a_host_that_was_fixed_is_found_by_its_name() {
    run(NOON, "EX01", "EX02");
    run(NEXT_DAY, "EX02");

    assertThat(all().resolve("rollbacks.txt"))
        .hasContent(
            """
            EX01.ps1  2026-11-24T12-00-00Z/rollback/EX01.ps1
            EX02.ps1  2026-11-25T09-30-00Z/rollback/EX02.ps1
            EX02.ps1  2026-11-24T12-00-00Z/rollback/EX02.ps1
            """);
  }

  @Test
  void a_folder_that_a_person_took_away_is_told_no_longer() throws IOException {
    run(NOON, "EX01");
    Files.move(all().resolve("2026-11-24T12-00-00Z"), temp.resolve("kept"));

    run(NEXT_DAY, "EX02");

    assertThat(all().resolve("rollbacks.txt"))
        .hasContent("EX02.ps1  2026-11-25T09-30-00Z/rollback/EX02.ps1\n");
  }

  @Test
  void a_run_that_writes_nothing_leaves_nothing_and_the_newest_stays() throws IOException {
    run(NOON, "EX01");

    run(NEXT_DAY);

    assertThat(names(all())).containsExactly("2026-11-24T12-00-00Z", "latest.txt", "rollbacks.txt");
    assertThat(all().resolve("latest.txt")).hasContent("2026-11-24T12-00-00Z\n");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void what_changes_who_may_relay_is_for_its_owner_alone() throws IOException {
    run(NOON, "EX01");

    for (String folder :
        new String[] {"", "2026-11-24T12-00-00Z", "2026-11-24T12-00-00Z/rollback"}) {
      assertThat(rights(all().resolve(folder))).as(folder).isEqualTo("rwx------");
    }
    for (String file : new String[] {"latest.txt", "2026-11-24T12-00-00Z/rollback/EX01.ps1"}) {
      assertThat(rights(all().resolve(file))).as(file).isEqualTo("rw-------");
    }
  }

  @Test
  void a_link_in_its_place_is_refused() throws IOException {
    Path others = Files.createDirectory(temp.resolve("others"));
    Files.createDirectories(all().resolveSibling(""));
    Files.createSymbolicLink(all(), others);

    assertThatThrownBy(() -> run(NOON, "EX01"))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith(all() + " is a link, and has to be a folder");
    assertThat(others).isEmptyDirectory();
  }

  @Test
  void no_name_leads_out_of_the_folder() {
    RemediationFolder folder = new RemediationFolder(all(), NOON);

    assertThatThrownBy(() -> folder.write("../EX01.ps1", out -> out.write("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String[] names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
    }
  }
}
