package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemediationLinesTest {

  private static final Path RUN = Path.of("target/relay/remediation/2026-11-24T12-00-00Z");

  private static List<String> lines(List<String> files, boolean inTarget) {
    return new RemediationLines(files, Path.of("root")).told(RUN, inTarget, false);
  }

  @Test
  void each_script_is_told_with_its_rollback_and_once_that_clean_deletes_them() {
    assertThat(
            lines(
                List.of("EX01.ps1", "adopt.patch", "rollback/EX01.ps1", "waive/stubs.yaml"), true))
        .containsExactly(
            "Wrote EX01.ps1 and rollback/EX01.ps1",
            "Wrote waive/stubs.yaml",
            "Wrote adopt.patch, for git apply in root",
            "All of that is in " + RUN + ", which no goal deletes",
            "mvn clean deletes it with target: keep it until nothing is to be rolled back, or write"
                + " it elsewhere: \"-Drelay.remediationDirectory=remediation\"");
  }

  @Test
  void outside_of_target_clean_is_no_matter() {
    assertThat(lines(List.of("waive/stubs.yaml"), false))
        .containsExactly(
            "Wrote waive/stubs.yaml", "All of that is in " + RUN + ", which no goal deletes");
  }

  @Test
  void of_a_fleet_a_few_are_named() {
    List<String> files = new ArrayList<>();
    IntStream.range(0, 10_000).forEach(i -> files.add("rollback/EX" + i + ".ps1"));

    assertThat(lines(files, false))
        .hasSize(7)
        .contains("Wrote EX4.ps1 and rollback/EX4.ps1", "Wrote 9995 more, each with its rollback");
  }

  @Test
  void what_to_do_next_names_the_file_where_it_is() {
    assertThat(
            new RemediationLines(List.of("waive/snapshot.yaml"), Path.of("root"))
                .told(RUN, false, true))
        .endsWith(
            "Put " + RUN + "/waive/snapshot.yaml beside the policy as relay-waivers.yaml, then:",
            "  mvn relay:check");
  }
}
