package org.relaycheck.script.receiveconnectors;

import java.util.List;
import java.util.Set;
import org.relaycheck.dialect.PowerShell;
import org.relaycheck.script.ScriptForm;
import org.relaycheck.script.ScriptHost;
import org.relaycheck.script.ScriptSwitch;

/** Scripts for the Exchange Management Shell, from Windows PowerShell 2.0 on. */
final class ConnectorScriptForm implements ScriptForm {

  /** Only a script file may exit: elsewhere that would end the session of the caller. */
  private static final String CLOSING =
      """
      Invoke-RelayPlan
      if (Test-RelayFile) {
        exit $relay['Code']
      }
      """;

  @Override
  public String extension() {
    return "ps1";
  }

  @Override
  public String comment(String text) {
    return PowerShell.comment(text);
  }

  /** The switches are parameters that every script has: a shell tells them all. */
  @Override
  public String opening(ScriptHost host, Set<ScriptSwitch> switches) {
    ScriptServer server = ScriptServer.of(host);
    return String.join(
        "\n",
        "#Requires -Version 2.0",
        "[CmdletBinding(SupportsShouldProcess=$true)]",
        "param(",
        "  [switch]$AllowNarrowing,",
        "  [switch]$AllowWidening,",
        "  [switch]$AllowRemoval,",
        "  [string]$DomainController = "
            + PowerShell.text(server.edge() ? "" : server.controller().orElse("")),
        ")",
        "$relay = @{ Cmdlet = $PSCmdlet }",
        "$relay['Server'] = " + PowerShell.text(server.name()),
        "$relay['Edge'] = " + (server.edge() ? "$true" : "$false"));
  }

  @Override
  public String closing() {
    return CLOSING;
  }

  @Override
  public List<String> usage(String file, ScriptHost host, Set<ScriptSwitch> switches) {
    String run = ".\\" + file.replace('/', '\\');
    return List.of(
        "Run it in the Exchange Management Shell"
            + (ScriptServer.of(host).edge() ? " of the Edge server: " : ": ")
            + run
            + " -WhatIf, and then without -WhatIf; -Verbose shows more. Pasted, or sent by"
            + " Invoke-Command -FilePath, it has none of its switches.",
        "What takes addresses, groups or rights away runs only with -AllowNarrowing; what adds"
            + " some,"
            + " or weakens authentication, only with -AllowWidening; removing only with"
            + " -AllowRemoval.",
        "It ends with 0 if all of it is so, 1 if a connector stopped, 2 if something was left out.");
  }
}
