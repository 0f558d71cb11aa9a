package org.relaycheck.powershell;

/** A port to a machine that runs {@link Bootstrap#COMMAND}. */
public interface Shell {

  /** Runs the command with the payload on its standard input. Never throws for what is down. */
  Run run(Payload payload, Deadlines deadlines);
}
