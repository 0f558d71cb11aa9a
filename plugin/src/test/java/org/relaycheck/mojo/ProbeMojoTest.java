package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.standin.mail.Mta;
import org.relaycheck.standin.mail.Parrot;

/** The goal: defaults, what it refuses, which exception says what, and what it leaves behind. */
@MojoTest
class ProbeMojoTest {

  @TempDir private Path folder;
  private final Told told = new Told();

  @Test
  @InjectMojo(goal = "probe")
  void nothing_is_burdened_unless_it_is_asked_for(ProbeMojo probe) throws Exception {
    assertThat(MojoExtension.<Integer>getVariableValueFromObject(probe, "probeConnections"))
        .isZero();
    assertThat(MojoExtension.<String>getVariableValueFromObject(probe, "probeSend")).isNull();
    assertThat(MojoExtension.<Boolean>getVariableValueFromObject(probe, "probeScript")).isFalse();
    assertThat(MojoExtension.<Integer>getVariableValueFromObject(probe, "probeMessages"))
        .isEqualTo(20);
  }

  @Test
  void what_is_proved_passes_and_is_told() throws Exception {
    try (Parrot server = new Parrot("220 hello").says("EHLO", "250-ex\n250 PIPELINING")) {
      Optional<AbstractMojoExecutionException> end =
          probe(server.port(), "PipeliningEnabled: true");

      assertThat(end).isEmpty();
      assertThat(told.lines())
          .startsWith(
              "info Testing EX01\\SQL Relay at 127.0.0.1 port " + server.port(),
              "info clean: 2 proved; 1 connector tested",
              "info EX01\\SQL Relay  127.0.0.1 port "
                  + server.port()
                  + "  from 127.0.0.1 to 127.0.0.1 port "
                  + server.port()
                  + ": according to the settings 'SQL Relay' answers",
              "info = EX01\\SQL Relay  greeting  wanted 220, found 220 hello",
              "info = EX01\\SQL Relay  PipeliningEnabled  wanted true, found EHLO: PIPELINING")
          .contains("info Done: 1 connection to 127.0.0.1 port " + server.port());
      assertThat(Files.list(folder.resolve("out")).map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("probe.json", "probe.md");
    }
  }

  @Test
  void what_is_refuted_is_a_failure_with_the_setting_to_look_at() throws Exception {
    try (Parrot server = new Parrot("220 hello").says("EHLO", "250 ex")) {
      Optional<AbstractMojoExecutionException> end =
          probe(server.port(), "PipeliningEnabled: true");

      assertThat(end).containsInstanceOf(MojoFailureException.class);
      assertThat(end.orElseThrow())
          .hasMessageStartingWith("drift: 1 refuted, 1 proved; 1 connector tested")
          .hasMessageContaining(":remediate");
      assertThat(told.lines())
          .anyMatch(
              line ->
                  line.startsWith(
                      "error ! EX01\\SQL Relay  PipeliningEnabled  wanted true, found EHLO: no"
                          + " PIPELINING  look at PipeliningEnabled"));
    }
  }

  @Test
  void what_could_not_be_told_stops_the_build() throws Exception {
    Mta gone = Mta.start();
    int port = gone.port();
    gone.close();

    Optional<AbstractMojoExecutionException> end = probe(port, "PipeliningEnabled: true");

    assertThat(end).containsInstanceOf(MojoExecutionException.class);
    assertThat(end.orElseThrow()).hasMessageStartingWith("unclear: 2 inconclusive");
  }

  @Test
  void the_script_is_written_for_who_asks_for_it() throws Exception {
    ProbeMojo goal = goal();
    set(goal, "probeScript", true);
    site("2525", "PipeliningEnabled: true").run(goal, told);

    assertThat(folder.resolve("out/probe.ps1")).content().contains("$try.Port = 2525\r\n");
    assertThat(told.lines()).contains("info Wrote probe.ps1, to run where the mail comes from");
  }

  @ParameterizedTest
  @CsvSource({
    "-1,   a@corp.example, 20,   relay.probe.connections is -1",
    "1001, a@corp.example, 20,   relay.probe.connections is 1001",
    "0,    a@corp.example, 0,    relay.probe.messages is 0",
    "0,    a@corp.example, 1001, relay.probe.messages is 1001",
    "0,    nobody,         20,   relay.probe.send is 'nobody'",
    "0,    a@b>,           20,   relay.probe.send is 'a@b>'",
    "0,    ü@corp.example, 20,   relay.probe.send is 'ü@corp.example'"
  })
  void what_is_beyond_the_caps_or_no_address_is_refused_before_anything_is_done(
      int connections, String send, int messages, String message) throws Exception {
    ProbeMojo goal = goal();
    set(goal, "probeConnections", connections);
    set(goal, "probeSend", send);
    set(goal, "probeMessages", messages);

    Optional<AbstractMojoExecutionException> end =
        site("2525", "PipeliningEnabled: true").run(goal, told);

    assertThat(end).containsInstanceOf(MojoExecutionException.class);
    assertThat(end.orElseThrow()).hasMessageStartingWith(message).hasMessageContaining("such as");
    assertThat(told.lines()).isEmpty();
  }

  private Optional<AbstractMojoExecutionException> probe(int port, String setting)
      throws Exception {
    return site(port + "", setting).run(goal(), told);
  }

  private Site site(String port, String setting) throws Exception {
    Files.writeString(
        folder.resolve("EX01.xml"),
        "<record version='1' host='EX01' read='2026-01-02T03:04:05Z' complete='true'>"
            + "<resource kind='receiveConnectors' name='SQL Relay'>"
            + "<value name='Enabled'>True</value>"
            + "<list name='Bindings'><item>0.0.0.0:"
            + port
            + "</item></list><list name='RemoteIPRanges'><item>127.0.0.1</item></list>"
            + "</resource></record>");
    return new Site(folder)
        .host("EX01", "{recorded: EX01.xml, maxAge: never, answers: [127.0.0.1]}")
        .setting(setting);
  }

  private static ProbeMojo goal() throws Exception {
    ProbeMojo goal = new ProbeMojo(new Vault());
    set(goal, "probeMessages", 20);
    return goal;
  }

  private static void set(Object goal, String field, Object value) throws Exception {
    MojoExtension.setVariableValueToObject(goal, field, value);
  }
}
