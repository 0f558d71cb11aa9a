package org.relaycheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.standin.network.ExchangeShell;
import org.relaycheck.standin.powershell.Grammar;

/** The script that runs the others, in a real PowerShell. */
class RealAllScriptsTest {

  @TempDir private Path folder;

  private String all(String... codes) throws IOException {
    List<PlannedScript> scripts = new ArrayList<>();
    for (int i = 0; i < codes.length; i++) {
      String file = "EX0" + i + ".ps1";
      scripts.add(new PlannedScript("EX0" + i, file, ".\\" + file, "undo", true));
      Files.writeString(
          folder.resolve(file),
          "param([switch]$AllowNarrowing, [switch]$AllowWidening, [switch]$AllowRemoval,"
              + " [switch]$WhatIf)\n'widening ' + $AllowWidening + ', dry ' + $WhatIf\nexit "
              + codes[i]
              + "\n");
    }
    scripts.add(new PlannedScript("SQL'01", "SQL.sql", "sqlcmd -S 'SQL\u2019", "back", false));
    RemediationPlan plan = new RemediationPlan(List.of(), List.of(), List.of(), List.of(), scripts);
    String text = AllScripts.fix(plan);
    assertThat(AllScripts.rollback(plan).lines().filter(line -> line.contains(".ps1'")))
        .first()
        .asString()
        .contains("EX0" + (codes.length - 1));
    Files.writeString(folder.resolve(AllScripts.FILE), text);
    assertThat(text).matches("(?s)\\p{ASCII}*");
    return folder.resolve(AllScripts.FILE).toString();
  }

  private ExchangeShell.Said run(String file, String switches) throws Exception {
    try (ExchangeShell shell = ExchangeShell.in(Files.createTempDirectory(folder, "shell"))) {
      return shell.command("& '" + file + "' " + switches + "; 'ended with ' + $LASTEXITCODE");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'0 0 0', '', 0, 3",
    "'0 2 0', '', 2, 3",
    "'2 1 0', '', 1, 2",
    "'2 1 0', -GoOn, 1, 3",
    "'0 0 0', -WhatIf, 0, 3"
  })
  void it_ends_with_the_worst_and_stops_after_what_stopped(
      String codes, String switches, int code, int run) throws Exception {
    String file = all(codes.split(" "));

    ExchangeShell.Said said = run(file, switches);

    assertThat(said.text()).contains("ended with " + code).contains("To run on SQL'01: sqlcmd");
    assertThat(said.text().lines().filter(line -> line.startsWith("----"))).hasSize(run);
    assertThat(said.text()).contains("dry " + (switches.equals("-WhatIf") ? "True" : "False"));
    assertThat(said.text().contains("these were not run: EX02.ps1")).isEqualTo(run == 2);
  }

  @Test
  void each_script_is_given_the_switches() throws Exception {
    String file = all("0");

    ExchangeShell.Said said = run(file, "-AllowWidening");

    assertThat(said.text()).contains("widening True, dry False");
    assertThat(Grammar.errors(Files.readString(Path.of(file)))).isEmpty();
  }
}
