package org.relaycheck.script.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.standin.network.ExchangeShell;
import org.relaycheck.standin.powershell.Grammar;

/** The golden scripts in a real PowerShell, on a stand-in for Exchange. */
class RealPowerShellTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/org/relaycheck/goal/remediate/connectors").toAbsolutePath();
  private static final Path VERIFY = Path.of("src/test/powershell/Verify.ps1").toAbsolutePath();
  private static final Path MODULE =
      Path.of("src/test/powershell/exchange/RelayExchange").toAbsolutePath();
  private static final String[] SWITCHES = {"-AllowNarrowing", "-AllowWidening", "-AllowRemoval"};

  @TempDir private Path folder;

  @Test
  void scripts_fix_in_one_run_fix_once_survive_every_fault_and_can_be_undone_in_one_run()
      throws Exception {
    Process process =
        ExchangeShell.process(
                "-NoProfile",
                "-NonInteractive",
                "-ExecutionPolicy",
                "Bypass",
                "-File",
                VERIFY.toString(),
                "-Scripts",
                GOLDEN.toString(),
                "-Module",
                MODULE.toString(),
                "-Work",
                folder.toString())
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("All scripts fix in one run").doesNotContain("FAILED");
  }

  @Test
  void scripts_do_the_same_through_implicit_remoting() throws Exception {
    try (ExchangeShell shell = ExchangeShell.in(folder)) {
      List<String> before = own(shell.holds(GOLDEN.resolve("EX01.xml")));
      shell.endpoint();
      Path once = folder.resolve("once");
      Path twice = folder.resolve("twice");

      shell.set("RELAY_IMPLICIT", "1");
      ExchangeShell.Said said =
          shell.command(
              "$ErrorActionPreference = 'Continue'; "
                  + called("EX01.ps1")
                  + "; Copy-Item -LiteralPath ($env:RELAY_STATE + '.writes') -Destination '"
                  + once
                  + "'; "
                  + called("EX01.ps1")
                  + "; Copy-Item -LiteralPath ($env:RELAY_STATE + '.writes') -Destination '"
                  + twice
                  + "'; "
                  + called("rollback/EX01.ps1"));
      shell.set("RELAY_IMPLICIT", "");

      assertThat(said.exit()).as(said.text()).isZero();
      assertThat(said.text().lines().filter(line -> line.startsWith("ended with")))
          .as(said.text())
          .containsExactly("ended with 0", "ended with 0", "ended with 0");
      assertThat(Files.readAllLines(twice)).isNotEmpty().isEqualTo(Files.readAllLines(once));
      assertThat(own(shell.state())).isEqualTo(before);
    }
  }

  @Test
  void one_script_shows_the_plan_of_all_runs_them_and_undoes_them() throws Exception {
    try (ExchangeShell shell = ExchangeShell.in(folder)) {
      List<String> before = own(shell.holds(GOLDEN.resolve("EX01.xml")));

      ExchangeShell.Said plan = shell.command("& '" + GOLDEN.resolve("all.ps1") + "' -WhatIf");
      assertThat(plan.text())
          .contains("---- EX01.ps1", "The plan for EX01 as it is now; nothing is changed:")
          .contains("left out: making it needs -AllowWidening")
          .contains("left out: RemoteIPRanges: 192.0.2.11, 192.0.2.32-192.0.2.47 -> 192.0.2.11,")
          .contains("would change TarpitInterval: 00:00:05 -> 00:00:00")
          .contains("To run on EDGE01: .\\EDGE01.ps1 -WhatIf");
      assertThat(shell.writes()).isEmpty();

      ExchangeShell.Said said =
          shell.command(called("all.ps1") + "; " + called("rollback/all.ps1"));
      assertThat(said.text().lines().filter(line -> line.startsWith("ended with")))
          .as(said.text())
          .containsExactly("ended with 0", "ended with 0");
      assertThat(own(shell.state())).isEqualTo(before);
    }
  }

  private static String called(String script) {
    return "& '"
        + GOLDEN.resolve(script)
        + "' "
        + String.join(" ", SWITCHES)
        + "; 'ended with ' + $LASTEXITCODE";
  }

  @Test
  void a_script_that_is_sent_to_a_session_leaves_it_open() throws Exception {
    try (ExchangeShell shell = ExchangeShell.in(folder)) {
      shell.holds(GOLDEN.resolve("EDGE01.xml"));
      shell.endpoint();
      shell.set("RELAY_LANGUAGE", "FullLanguage");

      ExchangeShell.Said said =
          shell.command(
              "$there = Open-RelayEndpoint; Invoke-Command -Session $there -FilePath '"
                  + GOLDEN.resolve("EDGE01.ps1")
                  + "'; Invoke-Command -Session $there -ScriptBlock { 'still ' + 'here' }");

      assertThat(said.text()).contains("changed 1, left out 0, stopped 0").contains("still here");
      assertThat(said.text()).doesNotContain("Exception", "cannot be found");
      assertThat(shell.writes()).hasSize(1);
    }
  }

  /** All but the entries that come from above, which no script gives or takes. */
  private static List<String> own(List<String> state) {
    return state.stream().filter(line -> !line.contains(" entry True ")).toList();
  }

  @Test
  void the_grammar_of_powershell_accepts_the_driver() throws Exception {
    assertThat(Grammar.errors(Files.readString(VERIFY))).isEmpty();
  }
}
