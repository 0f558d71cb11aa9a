package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.standin.mail.Parrot;

/** What a goal found holds for a moment: called again in the same build, it looks again. */
@Timeout(120)
class EveryRunAsksAgainTest {

  @TempDir private Path folder;
  private final Told told = new Told();

  @Test
  void check_fails_on_what_was_changed_after_the_first_check() throws Exception {
    Site site = site();
    server("00:00:05");
    Optional<AbstractMojoExecutionException> before = run(site, new CheckMojo(new Vault()));
    server("00:00:09");

    Optional<AbstractMojoExecutionException> after = run(site, new CheckMojo(new Vault()));

    assertThat(before).isEmpty();
    assertThat(after).containsInstanceOf(MojoFailureException.class);
    assertThat(written("outcome.properties")).contains("outcome=drift");
  }

  @Test
  void check_passes_when_what_the_first_check_found_was_put_right() throws Exception {
    Site site = site();
    server("00:00:09");
    Optional<AbstractMojoExecutionException> before = run(site, new CheckMojo(new Vault()));
    server("00:00:05");

    Optional<AbstractMojoExecutionException> after = run(site, new CheckMojo(new Vault()));

    assertThat(before).containsInstanceOf(MojoFailureException.class);
    assertThat(after).isEmpty();
    assertThat(written("outcome.properties")).contains("outcome=clean");
  }

  @Test
  void remediate_writes_the_scripts_for_what_is_there_now() throws Exception {
    Site site = site();
    server("00:00:07");
    run(site, new RemediateMojo(new Vault()));
    server("00:00:09");

    run(site, new RemediateMojo(new Vault()));

    assertThat(written("report.json")).contains("00:00:09").doesNotContain("00:00:07");
  }

  @Test
  void record_keeps_the_new_answer() throws Exception {
    Site site = site();
    server("00:00:07");
    run(site, new RecordMojo(new Vault()));
    server("00:00:09");

    run(site, new RecordMojo(new Vault()));

    assertThat(written("recorded/EX01.xml")).contains("00:00:09").doesNotContain("00:00:07");
  }

  @Test
  void export_writes_what_is_there_now() throws Exception {
    Site site = site();
    server("00:00:07");
    run(site, new ExportMojo(new Vault()));
    server("00:00:09");

    run(site, new ExportMojo(new Vault()));

    assertThat(written("export/relay-policy.yaml")).contains("00:00:09").doesNotContain("00:00:07");
  }

  @Test
  void doctor_finds_a_connection_that_broke_meanwhile() throws Exception {
    Site site = site();
    server("00:00:05");
    Optional<AbstractMojoExecutionException> before = run(site, new DoctorMojo(new Vault()));
    Files.delete(folder.resolve("EX01.xml"));

    Optional<AbstractMojoExecutionException> after = run(site, new DoctorMojo(new Vault()));

    assertThat(before).isEmpty();
    assertThat(after).containsInstanceOf(MojoFailureException.class);
  }

  @Test
  void validate_finds_a_policy_that_was_broken_meanwhile() throws Exception {
    Site site = site();
    Optional<AbstractMojoExecutionException> before = run(site, new ValidateMojo());
    site.setting("TarpitInterval: soon");

    Optional<AbstractMojoExecutionException> after = run(site, new ValidateMojo());

    assertThat(before).isEmpty();
    assertThat(after).containsInstanceOf(MojoExecutionException.class);
  }

  @Test
  void explain_weighs_what_the_servers_have_now() throws Exception {
    Site site = site();
    server("00:00:07");
    run(site, explain());
    server("00:00:09");
    told.lines().clear();

    run(site, explain());

    assertThat(told.lines()).anyMatch(line -> line.contains("TarpitInterval"));
  }

  @Test
  void probe_calls_the_server_again() throws Exception {
    try (Parrot server = new Parrot("220 hello").says("EHLO", "250-ex\n250 PIPELINING")) {
      Site site =
          new Site(folder)
              .host("EX01", "{recorded: EX01.xml, maxAge: never, answers: [127.0.0.1]}")
              .setting("PipeliningEnabled: true");
      answer(
          "<value name='Enabled'>True</value><list name='Bindings'><item>0.0.0.0:"
              + server.port()
              + "</item></list><list name='RemoteIPRanges'><item>127.0.0.1</item></list>");
      run(site, probe());
      told.lines().clear();

      run(site, probe());

      assertThat(told.lines()).anyMatch(line -> line.startsWith("info Testing EX01"));
    }
  }

  private Optional<AbstractMojoExecutionException> run(Site site, AbstractRelayMojo goal)
      throws Exception {
    return site.run(goal, told);
  }

  private Site site() {
    return new Site(folder).host("EX01", "{recorded: EX01.xml, maxAge: never}");
  }

  private static ExplainMojo explain() throws Exception {
    ExplainMojo goal = new ExplainMojo(new Vault());
    MojoExtension.setVariableValueToObject(goal, "setting", List.of("TarpitInterval"));
    return goal;
  }

  private static ProbeMojo probe() throws Exception {
    ProbeMojo goal = new ProbeMojo(new Vault());
    MojoExtension.setVariableValueToObject(goal, "probeMessages", 20);
    return goal;
  }

  private void server(String tarpit) throws Exception {
    answer("<value name='TarpitInterval'>" + tarpit + "</value>");
  }

  private void answer(String settings) throws Exception {
    Files.writeString(
        folder.resolve("EX01.xml"),
        "<record version='1' host='EX01' read='2026-01-02T03:04:05Z' complete='true'>"
            + "<fact name='ExchangeVersion'>Version 15.2 (Build 1118.7)</fact>"
            + "<resource kind='receiveConnectors' name='SQL Relay'>"
            + settings
            + "</resource></record>");
  }

  private String written(String name) throws Exception {
    return Files.readString(folder.resolve("out").resolve(name));
  }
}
