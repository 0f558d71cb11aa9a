package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** The goal as Maven configures it: what it tells, and when it fails. */
@MojoTest
class DoctorMojoTest {

  private static final String FOLDER = "src/test/resources/mojo";

  private final Told told = new Told();

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "doctor")
  @MojoParameter(name = "hosts", value = "EX01")
  void a_connection_that_can_be_used_passes(DoctorMojo doctor) throws Exception {
    doctor.setLog(told);

    doctor.execute();

    assertThat(told.lines())
        .contains("info   ok           contents     receiveConnectors 1")
        .endsWith("info 1 connection can be used");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "doctor")
  void one_that_cannot_be_used_fails_after_all_are_told(DoctorMojo doctor) {
    doctor.setLog(told);

    assertThatThrownBy(doctor::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("1 of 2 connections cannot be used; the first is EX02: record ")
        .hasMessageContaining("missing.xml does not exist\nrecord the host")
        .hasMessageContaining(", then:\n  mvn ");

    assertThat(told.lines())
        .contains("info   ok           contents     receiveConnectors 1")
        .anyMatch(line -> line.startsWith("error   failed       file         "))
        .contains("info   not reached  contents");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "doctor")
  @MojoParameter(name = "connections", value = "relay-policy.yaml")
  void connections_that_are_wrong_are_an_error(DoctorMojo doctor) {
    assertThatThrownBy(doctor::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("relay-policy.yaml:");
  }
}
