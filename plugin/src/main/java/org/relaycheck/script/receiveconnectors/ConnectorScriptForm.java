package org.relaycheck.script.receiveconnectors;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.relaycheck.dialect.PowerShell;
import org.relaycheck.script.ScriptForm;
import org.relaycheck.script.ScriptHost;
import org.relaycheck.script.ScriptSwitch;

/** Scripts for the Exchange Management Shell, from Windows PowerShell 2.0 on. */
final class ConnectorScriptForm implements ScriptForm {

  private static final String CALLS = "Invoke-RelayScript";

  @Override
  public String extension() {
    return "ps1";
  }

  @Override
  public String comment(String text) {
    return PowerShell.comment(text);
  }

  /**
   * What it does stands before the functions by which it does it, and the last line calls that. A
   * console that text is pasted into takes an empty line for the end of a function.
   */
  @Override
  public List<String> body(
      ScriptHost host, Set<ScriptSwitch> switches, List<String> preludes, List<String> steps) {
    List<String> lines = new ArrayList<>(List.of(opening(host), "", "function " + CALLS + " {"));
    steps.forEach(step -> lines.add(step.indent(2).stripTrailing()));
    lines.add("  Complete-RelayScript");
    lines.add("}");
    lines.add("");
    lines.addAll(preludes);
    lines.add("");
    lines.add(CALLS);
    return lines;
  }

  /** The switches are parameters that every script has: a shell tells them all. */
  private static String opening(ScriptHost host) {
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
  public String given(Set<ScriptSwitch> switches) {
    return switches.stream().sorted().map(one -> "-" + one.title()).collect(joining(" "));
  }

  @Override
  public String command(String file, ScriptHost host, Set<ScriptSwitch> switches) {
    return ".\\" + file.replace('/', '\\') + " -WhatIf";
  }

  /** An Edge server answers only to its own shell. */
  @Override
  public boolean together(ScriptHost host) {
    return !ScriptServer.of(host).edge();
  }

  @Override
  public List<String> usage(String file, ScriptHost host, Set<ScriptSwitch> switches) {
    String run = command(file, host, switches);
    return List.of(
        "Run it in the Exchange Management Shell"
            + (ScriptServer.of(host).edge() ? " of the Edge server: " : ": ")
            + run
            + ", which prints the plan with what would be left out now, and then without -WhatIf;"
            + " -Verbose shows more. Pasted, or sent by"
            + " Invoke-Command -FilePath, it has none of its switches.",
        "What takes addresses, groups or rights away runs only with -AllowNarrowing; what adds"
            + " some,"
            + " or weakens authentication, only with -AllowWidening; removing only with"
            + " -AllowRemoval.",
        "It ends with 0 if all of it is so, 1 if a connector stopped, 2 if something was left out.");
  }
}
