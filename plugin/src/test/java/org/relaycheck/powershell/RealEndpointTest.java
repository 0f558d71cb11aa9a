package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.standin.network.ExchangeShell;

/** How the cmdlets come into a real PowerShell, and what is said where they do not. */
class RealEndpointTest {

  private static final Path RECORDS =
      Path.of("src/test/resources/org/relaycheck/goal/remediate/connectors");
  private static final PowerShellWay.Session ENDPOINT =
      new PowerShellWay.Endpoint(URI.create("http://ex01.corp.example/PowerShell/"));
  private static final PowerShellWay.Session SNAPIN = new PowerShellWay.Snapin("Some.SnapIn");

  @TempDir private static Path folder;
  private static Optional<ExchangeShell> started = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    started = Optional.of(ExchangeShell.in(folder.resolve("exchange")));
    shell().endpoint();
  }

  @AfterAll
  static void stop() {
    started.ifPresent(ExchangeShell::close);
  }

  @BeforeEach
  void nothingSpecial() throws IOException {
    for (String name : List.of("ENDPOINT_SILENT", "ENDPOINT_PASSWORD", "REGISTRY", "FAULT")) {
      shell().set("RELAY_" + name, "");
    }
  }

  @Test
  void an_endpoint_that_does_not_open_in_time_is_no_silence_of_the_shell() throws Exception {
    shell().set("RELAY_ENDPOINT_SILENT", "yes");

    HostAnswer.Failed failed = failed(ENDPOINT, Optional.empty());

    assertThat(failed.why())
        .contains("http://ex01.corp.example/PowerShell/ did not open a session within 1 s");
    assertThat(failed.fix()).contains("name another Exchange server");
    assertThat(failed.stage()).contains(AskingStage.WAY);
  }

  @Test
  void a_user_without_a_domain_is_told_what_kerberos_wants() {
    HostAnswer.Failed failed = failed(ENDPOINT, Optional.of("reader"));

    assertThat(failed.why()).contains("the user reader names no domain: Access is denied");
    assertThat(failed.fix()).contains("<endpointUser>CORP\\reader</endpointUser>");
  }

  @Test
  void a_user_with_a_domain_is_told_what_else_it_may_be() throws Exception {
    shell().set("RELAY_ENDPOINT_PASSWORD", "another");

    HostAnswer.Failed failed = failed(ENDPOINT, Optional.of("CORP\\reader"));

    assertThat(failed.why()).contains("password is incorrect").doesNotContain("names no domain");
  }

  @Test
  void an_edge_server_is_never_asked_by_a_domain_controller() throws Exception {
    registry("v15", "Setup", "EdgeTransportRole");
    shell().holds(RECORDS.resolve("EDGE01.xml"));

    ShellInterview.Result result = ask(SNAPIN, Optional.empty());

    assertThat(result.failed()).isEmpty();
    assertThat(result.answer().orElseThrow().items()).isNotEmpty();
    assertThat(shell().calls()).isNotEmpty().noneMatch(call -> call.contains("DomainController"));
  }

  @Test
  void exchange_2010_in_a_later_powershell_is_sent_to_the_endpoint() throws Exception {
    registry("v14", "Setup");
    shell().set("RELAY_FAULT", "throw:Add-PSSnapin");

    HostAnswer.Failed failed = failed(SNAPIN, Optional.empty());

    assertThat(failed.why()).contains("loads its snap-ins into PowerShell 2.0, and this is 7.");
    assertThat(failed.fix()).startsWith("use the endpoint");
  }

  private static void registry(String version, String... keys) throws IOException {
    Path root = folder.resolve(version);
    for (String key : keys) {
      Files.createDirectories(
          root.resolve("SOFTWARE/Microsoft/ExchangeServer/" + version + "/" + key));
    }
    shell().set("RELAY_REGISTRY", root.toString());
  }

  private static HostAnswer.Failed failed(PowerShellWay.Session way, Optional<String> user) {
    return ask(way, user).failed().orElseThrow();
  }

  private static ShellInterview.Result ask(PowerShellWay.Session way, Optional<String> user) {
    List<String> command = new ArrayList<>(BootstrapCommand.ARGUMENTS);
    command.set(0, shell().programs().resolve(BootstrapCommand.PROGRAM).toString());
    ShellQuestion question =
        new ShellQuestion(
            Optional.of(way),
            Optional.of("dc1.corp.example"),
            List.of(),
            user.map(name -> new ShellQuestion.EndpointLogin(name, "geheim")),
            Duration.ofSeconds(1));
    return new ShellInterview()
        .ask(new LocalShell(command), question, ShellDeadlines.usual(), false);
  }

  private static ExchangeShell shell() {
    return started.orElseThrow();
  }
}
