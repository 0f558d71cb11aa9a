package org.relaycheck.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.relaycheck.dialect.PowerShell;

/**
 * The script that runs all scripts of PowerShell of a folder, one server after the other. It knows
 * nothing of what they do: each has its own guards.
 */
public final class AllScripts {

  /** Its name, in the folder of the run and in that of the rollbacks. */
  public static final String FILE = "all.ps1";

  private static final String START =
      """
      #Requires -Version 2.0
      [CmdletBinding(SupportsShouldProcess=$true)]
      param(
        [switch]$AllowNarrowing,
        [switch]$AllowWidening,
        [switch]$AllowRemoval,
        [switch]$GoOn
      )
      $relayGiven = @{ AllowNarrowing = $AllowNarrowing; AllowWidening = $AllowWidening; AllowRemoval = $AllowRemoval; WhatIf = [bool]$WhatIfPreference }
      $relayHere = Split-Path -Parent $MyInvocation.MyCommand.Path
      $relayCode = 0
      $relayRest = New-Object Collections.ArrayList
      """;

  private static final String END =
      """
      foreach ($relayFile in $relayFiles) {
        if ($relayCode -eq 1 -and -not $GoOn) {
          [void]$relayRest.Add($relayFile)
        } else {
          Write-Host ('---- ' + $relayFile)
          $global:LASTEXITCODE = 1
          & (Join-Path $relayHere $relayFile) @relayGiven
          if ($LASTEXITCODE -eq 1 -or ($LASTEXITCODE -ne 0 -and $relayCode -eq 0)) {
            $relayCode = $LASTEXITCODE
          }
        }
      }
      if ($relayRest.Count -gt 0) {
        Write-Host ('A script stopped, so these were not run: ' + [string]::Join(', ', [string[]]$relayRest.ToArray()))
        Write-Host 'Look at what stopped, then run this again: what is done stays done. -GoOn runs them all the same.'
      }
      foreach ($relayLine in $relayOthers) {
        Write-Host $relayLine
      }
      exit $relayCode
      """;

  private AllScripts() {}

  /** What fixes; nothing if it would run no script. */
  public static String fix(RemediationPlan plan) {
    return text(
        plan.scripts(),
        PlannedScript::command,
        "Fixes " + number(plan.scripts()) + ": " + plan.totals() + ".");
  }

  /** What undoes that, the last server first. */
  public static String rollback(RemediationPlan plan) {
    List<PlannedScript> scripts = new ArrayList<>(plan.scripts());
    Collections.reverse(scripts);
    String title = "Undoes what the script of the same name did on " + number(scripts) + ".";
    return text(scripts, PlannedScript::undo, title);
  }

  private static String number(List<PlannedScript> scripts) {
    long shells = scripts.stream().filter(PlannedScript::together).count();
    return shells == 1 ? "1 Exchange server" : shells + " Exchange servers";
  }

  private static String text(
      List<PlannedScript> scripts, Function<PlannedScript, String> command, String title) {
    if (scripts.stream().noneMatch(PlannedScript::together)) {
      return "";
    }
    List<String> head =
        List.of(
            title,
            "Run it in the Exchange Management Shell: .\\"
                + FILE
                + " -WhatIf prints the plan of each server with what would be left out now. Its"
                + " switches are given to each script, which says what waits for them.",
            "It stops after the first script of which something stopped, unless -GoOn is given, and"
                + " ends with the worst code: 0 if all of it is so, 1 if something stopped, 2 if"
                + " something was left out.",
            "What it cannot run, such as scripts in SQL, it names at its end, each with its line.");
    StringBuilder text = new StringBuilder();
    head.forEach(line -> text.append(PowerShell.comment(line)).append('\n'));
    text.append('\n')
        .append(START)
        .append(list("relayFiles", scripts, true, PlannedScript::fileName));
    text.append(list("relayOthers", scripts, false, one -> elsewhere(one, command))).append(END);
    return text.toString().replace("\n", "\r\n");
  }

  private static String elsewhere(PlannedScript one, Function<PlannedScript, String> command) {
    return "To run on " + one.server() + ": " + command.apply(one);
  }

  private static String list(
      String variable,
      List<PlannedScript> scripts,
      boolean together,
      Function<PlannedScript, String> told) {
    StringBuilder text = new StringBuilder("$" + variable + " = @(");
    String between = "\n  ";
    for (PlannedScript one : scripts) {
      if (one.together() == together) {
        text.append(between).append(PowerShell.text(told.apply(one)));
        between = ",\n  ";
      }
    }
    return text.append("\n)\n").toString();
  }
}
