package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** The goal as Maven configures it: what it prints and writes, and when it fails. */
@MojoTest
class ExplainMojoTest {

  private static final String FOLDER = "src/test/resources/mojo";
  private static final String OUTPUT = "../../../../target/mojo";
  private static final Path PAGE = Path.of("target/mojo/explain.md");

  private final Told told = new Told();

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "explain")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "setting", value = "maxinboundconnectionpersource")
  void a_setting_is_told_with_what_the_policy_states_and_the_records_hold(ExplainMojo explain)
      throws Exception {
    explain.setLog(told);

    explain.execute();

    assertThat(told.lines())
        .startsWith("info MaxInboundConnectionPerSource")
        .anyMatch(line -> line.startsWith("info   - your policy: EX01\\Relay: "))
        .contains("info   - recorded: EX01\\Relay: 20")
        .endsWith("info The same is in " + PAGE);
    assertThat(PAGE).content().startsWith("# MaxInboundConnectionPerSource\n");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "explain")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "symptom", value = "550 5.7.1 Unable to relay")
  @MojoParameter(name = "policy", value = "relay-policy-of-nobody/relay-policy.yaml")
  @MojoParameter(name = "connections", value = "missing.yaml")
  void a_symptom_needs_neither_policy_nor_servers(ExplainMojo explain) throws Exception {
    explain.setLog(told);

    explain.execute();

    assertThat(told.lines())
        .startsWith("info What the log says")
        .anyMatch(line -> line.startsWith("info 1. the connector that answers has no right"));
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "explain")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "symptom", value = "421 4.3.2 Service not active")
  @MojoParameter(name = "policy", value = "wrong.yaml")
  void a_wrong_policy_is_told_and_explained_without(ExplainMojo explain) throws Exception {
    explain.setLog(told);

    explain.execute();

    assertThat(String.join("\n", told.lines()))
        .contains("Causes, the likeliest first")
        .contains("What could not be seen")
        .contains("policy and servers: 1 problem in src/test/resources/mojo/wrong.yaml, the first:")
        .contains("wrong.yaml:3:40");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "explain")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  void nothing_asked_is_answered_with_what_can_be_asked(ExplainMojo explain) {
    explain.setLog(told);

    assertThatThrownBy(explain::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("nothing was asked; say what to explain, such as\n")
        .hasMessageContainingAll(
            "-Drelay.setting=", "-Drelay.symptom=", "-Drelay.log=", "-Drelay.since=");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "explain")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "setting", value = "TarpitIntervall")
  void a_setting_that_is_not_there_is_refused_with_the_nearest(ExplainMojo explain) {
    assertThatThrownBy(explain::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "relay.setting: there is no setting, rule or word of a policy 'TarpitIntervall'; did you mean"
                + " 'TarpitInterval'?; docs/settings.md and docs/rules.md list all");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "explain")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "log", value = "no.log")
  void a_log_that_is_not_there_is_refused(ExplainMojo explain) {
    assertThatThrownBy(explain::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "relay.log: "
                + Path.of(FOLDER, "no.log")
                + ": there is no such file; name the log that you saved, such as mail.log");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "explain")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "symptom", value = "x")
  @MojoParameter(name = "policy", value = "ours.yaml")
  void a_policy_that_was_named_and_is_not_there_is_refused(ExplainMojo explain) {
    assertThatThrownBy(explain::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith(
            "ours.yaml: there is no such policy; correct relay.policy, or leave it out: explain"
                + " needs none");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "explain")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "since", value = "7d")
  void records_have_no_mail_log(ExplainMojo explain) {
    assertThatThrownBy(explain::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("relay.since: no host of ")
        .hasMessageEndingWith("\"-Drelay.log=FILE\"");
  }

  @Test
  @Basedir(FOLDER)
  void two_questions_in_one_session_are_both_answered(
      @InjectMojo(goal = "explain")
          @MojoParameter(name = "outputDirectory", value = OUTPUT)
          @MojoParameter(name = "setting", value = "Enabled")
          ExplainMojo first,
      @InjectMojo(goal = "explain")
          @MojoParameter(name = "outputDirectory", value = OUTPUT)
          @MojoParameter(name = "setting", value = "Banner")
          ExplainMojo second)
      throws Exception {
    first.setLog(new Told());
    second.setLog(told);

    first.execute();
    second.execute();

    assertThat(told.lines()).startsWith("info Banner");
  }
}
