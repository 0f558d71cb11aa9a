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
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The goal as Maven configures it: defaults, parameters, and which exception says what. */
@MojoTest
class CheckMojoTest {

  private static final String FOLDER = "src/test/resources/mojo";
  private static final String OUTPUT = "../../../../target/mojo";
  private static final Path OUTCOME = Path.of("target/mojo/outcome.properties");

  private final Told told = new Told();

  @BeforeEach
  void nothing_is_left_of_the_last_test() throws IOException {
    Files.deleteIfExists(OUTCOME);
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  void drift_is_a_failure_that_says_what_and_what_next(CheckMojo check) {
    check.setLog(told);

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("drift: 1 drifted, 1 in sync; 1 of 1 host read, as of 2026-01-02")
        .hasMessageContaining("\nWrite the scripts that fix this:\n  mvn ");

    assertThat(told.lines())
        .anyMatch(
            line -> line.startsWith("error ~ EX01\\Relay  MaxInboundConnectionPerSource  20 "));
    assertThat(OUTCOME).content().contains("outcome=drift\n");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "failOn", value = "None")
  void drift_is_told_and_passes_where_nothing_is_to_fail(CheckMojo check) {
    check.setLog(told);

    assertThatCode(check::execute).doesNotThrowAnyException();

    assertThat(told.lines().get(0)).startsWith("info drift: 1 drifted");
    assertThat(OUTCOME).content().contains("outcome=drift\n").contains("failOn=none\n");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "policy", value = "clean.yaml")
  void what_holds_passes(CheckMojo check) {
    check.setLog(told);

    assertThatCode(check::execute).doesNotThrowAnyException();

    assertThat(told.lines())
        .containsExactly(
            "info clean: 2 in sync; 1 of 1 host read, as of 2026-01-02T03:04:05Z",
            "warn the policy says nothing about EX02: add something about it, or remove it from"
                + " the connections",
            "info Reports are in " + Path.of("target/mojo"));
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "policy", value = "unclear.yaml")
  @MojoParameter(name = "failOn", value = "none")
  void what_could_not_be_judged_stops_the_build_whatever_failOn_says(CheckMojo check) {
    check.setLog(told);

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("unclear: 1 unclear, 1 in sync; 1 of 1 host read")
        .hasMessageContaining("\nDo what each line marked ? says");

    assertThat(OUTCOME).content().contains("outcome=unclear\n");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "policy", value = "wrong.yaml")
  @MojoParameter(name = "failOn", value = "none")
  void a_wrong_policy_stops_the_build_whatever_failOn_says(CheckMojo check) {
    check.setLog(told);

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("error: 1 problem in ")
        .hasMessageContaining("\nFix the files at the places shown, then:\n  mvn ");

    assertThat(told.lines())
        .contains(
            "error "
                + Path.of(FOLDER, "wrong.yaml")
                + ":3:40  TarpitInterval: '5 mins' is not a duration such as 00:00:05 or 5s");
    assertThat(OUTCOME).content().contains("outcome=error\n");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "policy", value = "clean.yaml")
  @MojoParameter(name = "hosts", value = "EX01, EX3")
  void a_host_that_is_not_known_is_not_left_out_in_silence(CheckMojo check) {
    check.setLog(told);

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("error: 1 problem");

    assertThat(told.lines())
        .contains(
            "error "
                + Path.of(FOLDER, "relay-connections.yaml")
                + ":1:1  relay.hosts names 'EX3', which is no host of the connections and no group of the policy; expected one of EX01,"
                + " EX02");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "policy", value = "clean.yaml")
  @MojoParameter(name = "failOn", value = "never")
  void another_word_for_failOn_is_refused_and_nothing_is_compared(CheckMojo check) {
    check.setLog(told);

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "relay.failOn is 'never'; it must be error, warning, none, new-by-change, error,new or"
                + " warning,new");

    assertThat(OUTCOME).doesNotExist();
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "base", value = "relay-policy.yaml")
  @MojoParameter(name = "failOn", value = "new-by-change")
  void what_was_wrong_before_the_change_is_told_and_passes(CheckMojo check) {
    check.setLog(told);

    assertThatCode(check::execute).doesNotThrowAnyException();

    assertThat(told.lines())
        .anyMatch(line -> line.endsWith("this change: fixes 0, newly breaks 0, unchanged 1"));
    assertThat(OUTCOME).content().contains("outcome=drift\n").contains("failOn=new-by-change\n");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "base", value = "clean.yaml")
  @MojoParameter(name = "failOn", value = "new-by-change")
  void what_the_change_breaks_fails(CheckMojo check) {
    check.setLog(told);

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("this change: fixes 0, newly breaks 1, unchanged 0\n");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "failOn", value = "new-by-change")
  void without_the_policy_before_nothing_is_new(CheckMojo check) {
    check.setLog(told);

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("needs the policy before the change");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "policy", value = "clean.yaml")
  @MojoParameter(name = "parallel", value = "0")
  void no_host_at_a_time_is_refused(CheckMojo check) {
    check.setLog(told);

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("relay.parallel is 0; it must be 1 or more, such as 8");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "policy", value = "wrong.yaml")
  @MojoParameter(name = "skip", value = "true")
  void skipped_it_reads_and_writes_nothing(CheckMojo check) {
    check.setLog(told);

    assertThatCode(check::execute).doesNotThrowAnyException();

    assertThat(told.lines()).containsExactly("info relay: skipped (relay.skip)");
    assertThat(OUTCOME).doesNotExist();
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = "EX01.xml")
  void a_file_in_the_place_of_the_output_folder_is_told(CheckMojo check) {
    check.setLog(told);

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("EX01.xml");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "history", value = "../../../../target/mojo-history")
  @MojoParameter(name = "historyWrite", value = "false")
  @MojoParameter(name = "failOn", value = "error,new")
  void a_history_that_is_only_read_stays_as_it_is(CheckMojo check) {
    check.setLog(told);

    assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);
    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageNotContaining("error,new");

    assertThat(Path.of("target/mojo-history")).doesNotExist();
    assertThat(told.lines())
        .anyMatch(line -> line.endsWith("so all are new: 1 new, 0 known, 0 back, 0 resolved"));
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "check")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "failOn", value = "error,new")
  void without_a_history_nothing_is_new(CheckMojo check) {
    check.setLog(told);

    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("name the folder that is kept for it");
  }
}
