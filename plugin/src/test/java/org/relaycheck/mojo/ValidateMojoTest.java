package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** The goal as Maven configures it: what it tells, and when it fails. */
@MojoTest
class ValidateMojoTest {

  private static final String FOLDER = "src/test/resources/mojo";

  private final Told told = new Told();

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "validate")
  void a_policy_that_is_right_is_told_with_its_size(ValidateMojo validate) throws Exception {
    validate.setLog(told);

    validate.execute();

    assertThat(told.lines())
        .containsExactly(
            "warn the policy says nothing about EX02: add something about it, or remove it from"
                + " the connections",
            "info the policy is valid: 1 resource, 0 baselines, 1 statement"
                + " for 1 host of 2 connected");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "validate")
  @MojoParameter(name = "policy", value = "wrong.yaml,relay-policy.yaml")
  void one_wrong_file_of_several_fails(ValidateMojo validate) {
    validate.setLog(told);

    assertThatThrownBy(validate::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining(", then:\n  mvn ");

    assertThat(told.lines()).singleElement().asString().contains("wrong.yaml:3:40  TarpitInterval");
  }
}
