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

/** The goal as Maven configures it: what it writes, and when it fails. */
@MojoTest
class ExportMojoTest {

  private static final String FOLDER = "src/test/resources/mojo";
  private static final String OUTPUT = "../../../../target/mojo";
  private static final Path POLICY = Path.of("target/mojo/export/relay-policy.yaml");

  private final Told told = new Told();

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "export")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "hosts", value = "ex01")
  void the_hosts_that_are_asked_for_are_written(ExportMojo export) throws Exception {
    export.setLog(told);

    export.execute();

    assertThat(POLICY)
        .content()
        .contains("hosts: EX01\n", "    MaxInboundConnectionPerSource: 20\n");
    assertThat(told.lines()).first().isEqualTo("info The policy is in " + POLICY);
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "export")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  void a_host_that_cannot_be_read_fails_after_the_others_are_written(ExportMojo export) {
    export.setLog(told);

    assertThatThrownBy(export::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("the policy says nothing about: EX02");

    assertThat(POLICY).content().contains("# EX02 is left out: ").contains("hosts: EX01\n");
    assertThat(told.lines()).anyMatch(line -> line.startsWith("error ? EX02  not read  "));
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "export")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "connections", value = "missing.yaml")
  @MojoParameter(name = "records", value = "EX01.xml")
  void a_record_needs_no_connections(ExportMojo export) throws Exception {
    export.setLog(told);

    export.execute();

    assertThat(POLICY.resolveSibling("relay-connections.yaml")).content().contains("EX01.xml");
    assertThat(told.lines())
        .last()
        .asString()
        .contains(":check \"-Drelay.connections=", "\"-Drelay.policy=");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "export")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "records", value = "EX01.xml")
  @MojoParameter(name = "hosts", value = "EX07")
  void a_host_that_no_record_holds_is_told(ExportMojo export) {
    export.setLog(told);

    assertThatThrownBy(export::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith("the policy says nothing about: EX07");

    assertThat(told.lines())
        .anyMatch(line -> line.startsWith("error ? EX07  not read  neither a connection"));
  }
}
