package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The goal as Maven configures it: which files are there afterwards, and what fails. */
@MojoTest
class RemediateMojoTest {

  private static final String FOLDER = "src/test/resources/org/relaycheck/goal/remediate/accounts";
  private static final String OUTPUT = "../../../../../../../../target/remediate-mojo";
  private static final Path FILES = Path.of("target/remediate-mojo");

  private static final Path RUNS = FILES.resolve("remediation");
  private static final Path OLD = RUNS.resolve("2026-01-01T00-00-00Z/rollback");

  private final Told told = new Told();

  @BeforeEach
  void scripts_of_a_host_that_is_no_more_are_there() throws IOException {
    Files.createDirectories(OLD);
    Files.writeString(OLD.resolve("GONE.sql"), "old");
    Files.deleteIfExists(RUNS.resolve("latest.txt"));
  }

  private static Path run() throws IOException {
    return RUNS.resolve(Files.readString(RUNS.resolve("latest.txt")).strip());
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "remediate")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  void drift_is_no_failure_and_scripts_are_written(RemediateMojo remediate) throws IOException {
    remediate.setLog(told);

    assertThatCode(remediate::execute).doesNotThrowAnyException();

    assertThat(told.lines().get(0)).startsWith("info drift: ");
    assertThat(told.lines())
        .contains(
            "info Wrote SQL01.sql and rollback/SQL01.sql",
            "info Wrote waive/stubs.yaml",
            "info All of that is in " + run() + ", which no goal deletes")
        .anyMatch(line -> line.contains("\"-Drelay.remediationDirectory=remediation\""))
        .anyMatch(line -> line.startsWith("info Plan: 1 to add, "))
        .anyMatch(line -> line.matches("error h SQL01 +No user +auth .*  by hand: .*"))
        .contains("info Wrote plan.md, the whole plan and how to run the scripts")
        .noneMatch(line -> line.contains(":remediate"))
        .contains("info Read the plan, have the scripts run, then:")
        .last()
        .asString()
        .startsWith("info   mvn ")
        .contains(":check \"-Drelay.outputDirectory=");
    assertThat(FILES.resolve("outcome.properties")).content().contains("outcome=drift\n");
    assertThat(run().resolve("SQL01.sql")).content().contains("\r\nSET NOCOUNT ON;\r\n");
    assertThat(run().resolve("rollback/SQL01.sql")).exists();
    assertThat(run().resolve("plan.md"))
        .content()
        .contains("- SQL01: `sqlcmd -S SQL01 -E -b -i SQL01.sql`");
    assertThat(run().resolve("adopt.patch"))
        .content()
        .startsWith("--- a/")
        .contains("\n-  Old relay: {hosts: SQL01, state: absent}\n");
    assertThat(run().resolve("waive/stubs.yaml")).content().contains("reason: ''");
    assertThat(run().resolve("waive/snapshot.yaml")).doesNotExist();
    assertThat(OLD.resolve("GONE.sql")).hasContent("old");
    assertThat(RUNS.resolve("rollbacks.txt"))
        .content()
        .contains("GONE.sql  2026-01-01T00-00-00Z/rollback/GONE.sql\n")
        .contains("SQL01.sql  " + run().getFileName() + "/rollback/SQL01.sql\n");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "remediate")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "snapshot", value = "true")
  void a_snapshot_is_one_file_of_waivers_instead_of_stubs(RemediateMojo remediate)
      throws IOException {
    remediate.setLog(told);

    assertThatCode(remediate::execute).doesNotThrowAnyException();

    assertThat(told.lines())
        .contains("info Wrote waive/snapshot.yaml")
        .contains(
            "info Put "
                + run()
                + "/waive/snapshot.yaml beside the policy as relay-waivers.yaml, then:");
    assertThat(run().resolve("waive/snapshot.yaml")).content().contains("owner: not named yet");
    assertThat(run().resolve("waive/stubs.yaml")).doesNotExist();
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "remediate")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "waivers", value = "no-such.yaml")
  void a_file_of_waivers_that_is_named_must_be_there(RemediateMojo remediate) {
    remediate.setLog(told);

    assertThatThrownBy(remediate::execute).isInstanceOf(MojoExecutionException.class);

    assertThat(told.lines())
        .anyMatch(line -> line.endsWith("no-such.yaml:1:1  there is no such file"));
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "remediate")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "policy", value = "unclear.yaml")
  void what_could_not_be_judged_fails_after_the_rest_is_scripted(RemediateMojo remediate)
      throws IOException {
    remediate.setLog(told);

    assertThatThrownBy(remediate::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("unclear: ");

    assertThat(run().resolve("SQL01.sql")).exists();
    assertThat(run().resolve("SQL02.sql")).doesNotExist();
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "remediate")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "policy", value = "no-such.yaml")
  void a_missing_policy_fails_and_leaves_no_script(RemediateMojo remediate) {
    remediate.setLog(told);

    assertThatThrownBy(remediate::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("error: ");

    assertThat(RUNS.resolve("latest.txt")).doesNotExist();
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "remediate")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "remediationDirectory", value = OUTPUT + "-kept")
  void a_folder_that_is_named_is_used_and_clean_is_no_matter(RemediateMojo remediate)
      throws IOException {
    remediate.setLog(told);
    Path kept = Path.of("target/remediate-mojo-kept");

    assertThatCode(remediate::execute).doesNotThrowAnyException();

    String run = Files.readString(kept.resolve("latest.txt")).strip();
    assertThat(kept.resolve(run).resolve("rollback/SQL01.sql")).exists();
    assertThat(RUNS.resolve("latest.txt")).doesNotExist();
    assertThat(told.lines()).noneMatch(line -> line.contains("mvn clean"));
  }
}
