package org.relaycheck.standin.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other tests rely on: the stand-in answers as a record says, and its endpoint is strict. */
class ExchangeShellTest {

  private static final Path RECORD =
      Path.of("src/test/resources/org/relaycheck/goal/remediate/connectors/EX01.xml");
  private static final String OPEN =
      "$s = New-PSSession -ConfigurationName Microsoft.Exchange -Authentication Kerberos"
          + " -ConnectionUri http://ex01.corp.example/PowerShell/; ";

  @TempDir private Path folder;
  private Optional<ExchangeShell> started = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    started = Optional.of(ExchangeShell.in(folder));
    shell().holds(RECORD);
  }

  @AfterEach
  void stop() {
    started.ifPresent(ExchangeShell::close);
  }

  private ExchangeShell shell() {
    return started.orElseThrow();
  }

  @Test
  void cmdlets_change_the_state_that_a_record_began() throws Exception {
    ExchangeShell.Said said =
        shell()
            .command(
                "Set-ReceiveConnector 'EX01\\Application Relay' -DomainController dc1.corp.example -Comment new");

    assertThat(said).isEqualTo(new ExchangeShell.Said(0, ""));
    assertThat(shell().state()).contains("EX01\\Application Relay Comment = new");
    assertThat(shell().writes()).containsExactly("Set-ReceiveConnector Application Relay");
  }

  @Test
  void the_endpoint_takes_a_command_with_arguments() throws Exception {
    shell().endpoint();

    ExchangeShell.Said said =
        shell()
            .command(
                OPEN
                    + "Invoke-Command $s { param($n) Get-ReceiveConnector -Server $n } -ArgumentList EX01"
                    + " | ForEach-Object { $_.Name + ' ' + $_.TarpitInterval.GetType().Name }");

    assertThat(said.text()).contains("Application Relay PSObject");
    assertThat(said.exit()).isZero();
  }

  @Test
  void the_endpoint_refuses_script_text() throws Exception {
    shell().endpoint();

    ExchangeShell.Said said =
        shell()
            .command(OPEN + "$n = 'EX01'; Invoke-Command $s { Get-ReceiveConnector -Server $n }");

    assertThat(said.text()).contains("is not supported by this runspace");
    assertThat(said.exit()).isNotZero();
  }

  @Test
  void a_fault_that_is_switched_on_happens() throws Exception {
    shell().set("RELAY_FAULT", "throw:Get-ReceiveConnector");

    assertThat(shell().command("Get-ReceiveConnector").exit()).isNotZero();
  }
}
