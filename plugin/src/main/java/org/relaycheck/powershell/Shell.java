package org.relaycheck.powershell;

/** A port to a machine that runs {@link BootstrapCommand#COMMAND}. */
public interface Shell {

  /** Runs the command with the payload on its standard input. Never throws for what is down. */
  CommandRun run(InputPayload payload, ShellDeadlines deadlines);
}
