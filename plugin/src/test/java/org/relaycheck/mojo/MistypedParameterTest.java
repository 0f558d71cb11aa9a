package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MistypedParameterTest {

  private final Properties given = new Properties();

  @ParameterizedTest
  @CsvSource({
    "relay.polcy, relay.policy",
    "relay.failon, relay.failOn",
    "relay.host, relay.hosts",
    "relay.probe.conections, relay.probe.connections"
  })
  void a_slip_is_refused_with_what_was_meant(String slip, String meant) {
    given.setProperty(slip, "x");

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> MistypedParameter.refuse(given, false))
        .withMessage(
            slip
                + " is no parameter of this plugin and would have no effect; did you mean "
                + meant
                + "?");
  }

  @Test
  void a_former_name_is_refused_with_the_name_of_today() {
    given.setProperty("relay.baseline", "true");

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> MistypedParameter.refuse(given, false))
        .withMessage("relay.baseline is called relay.snapshot now: \"-Drelay.snapshot=...\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"relay.policy", "relay.snapshot", "relay.probe.send", "relay.version", "polcy"})
  void a_parameter_of_any_goal_and_what_is_of_somebody_else_pass(String name) {
    given.setProperty(name, "x");

    assertThatCode(() -> MistypedParameter.refuse(given, false)).doesNotThrowAnyException();
  }

  @Test
  void nobody_else_is_meant_by_the_command_relay() {
    given.setProperty("relay.version", "x");

    assertThatCode(() -> MistypedParameter.refuse(given, false)).doesNotThrowAnyException();
    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> MistypedParameter.refuse(given, true))
        .withMessageStartingWith("relay.version is no parameter of this plugin");
  }
}
