package org.relaycheck.powershell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.PowerShellWay;

/** What a way into PowerShell means for the question that is asked through it. */
public final class PowerShellWays {

  private PowerShellWays() {}

  /**
   * The way that hosts have in common.
   *
   * @throws IllegalArgumentException for hosts that are asked otherwise
   */
  public static PowerShellWay of(List<HostConnection> hosts) {
    if (hosts.get(0).way() instanceof HostWay.Through through) {
      return through.shell();
    }
    throw new IllegalArgumentException(hosts.get(0).host() + " has no PowerShell");
  }

  /** The one question for all hosts of a way. */
  public static ShellQuestion question(
      PowerShellWay way, List<HostConnection> hosts, Optional<ShellQuestion.EndpointLogin> login) {
    List<String> servers = hosts.stream().map(HostConnection::server).distinct().sorted().toList();
    return new ShellQuestion(
        way.session(), way.domainController(), servers, login, patience(deadlines(way)));
  }

  /** Less than we wait for a sign of life: a slow endpoint has a message of its own. */
  private static Duration patience(ShellDeadlines deadlines) {
    return deadlines.silence().multipliedBy(2).dividedBy(3);
  }

  /** The way's deadlines. */
  public static ShellDeadlines deadlines(PowerShellWay way) {
    return way.deadline().map(ShellDeadlines::whole).orElseGet(ShellDeadlines::usual);
  }
}
