package org.relaycheck.powershell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.PowerShellWay;

/** What a door means for the question that is asked through it. */
public final class PowerShellWays {

  private PowerShellWays() {}

  /**
   * The door to which hosts lead.
   *
   * @throws IllegalArgumentException for hosts that are asked otherwise
   */
  public static PowerShellWay of(List<HostConnection> hosts) {
    if (hosts.get(0).way() instanceof HostWay.Through through) {
      return through.door();
    }
    throw new IllegalArgumentException(hosts.get(0).host() + " has no door");
  }

  /** The one question for all hosts of a door. */
  public static ShellQuestion question(
      PowerShellWay door, List<HostConnection> hosts, Optional<ShellQuestion.EndpointLogin> login) {
    List<String> servers = hosts.stream().map(HostConnection::server).distinct().sorted().toList();
    return new ShellQuestion(
        door.session(), door.domainController(), servers, login, patience(deadlines(door)));
  }

  /** Less than we wait for a sign of life: a slow endpoint has a message of its own. */
  private static Duration patience(ShellDeadlines deadlines) {
    return deadlines.silence().multipliedBy(2).dividedBy(3);
  }

  /** The door's deadlines. */
  public static ShellDeadlines deadlines(PowerShellWay door) {
    return door.deadline().map(ShellDeadlines::whole).orElseGet(ShellDeadlines::usual);
  }
}
