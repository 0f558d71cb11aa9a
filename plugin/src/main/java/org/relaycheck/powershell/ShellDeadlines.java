package org.relaycheck.powershell;

import java.time.Duration;

/**
 * How long to wait, and for what.
 *
 * @param connect for the connection with everything up to the start of the command
 * @param firstByte from the start of the command to its first output
 * @param silence between two pieces of output
 * @param whole for the command altogether
 * @param grace for the exit code, once the answer is complete
 */
public record ShellDeadlines(
    Duration connect, Duration firstByte, Duration silence, Duration whole, Duration grace) {

  /** For an Exchange Management Shell that starts cold. */
  public static ShellDeadlines usual() {
    return whole(Duration.ofMinutes(10));
  }

  /** The usual ones, with another limit for the whole, which is one for each of its parts too. */
  public static ShellDeadlines whole(Duration whole) {
    return new ShellDeadlines(
        least(whole, 45), least(whole, 90), least(whole, 90), whole, least(whole, 3));
  }

  private static Duration least(Duration whole, int seconds) {
    Duration usual = Duration.ofSeconds(seconds);
    return whole.compareTo(usual) < 0 ? whole : usual;
  }
}
