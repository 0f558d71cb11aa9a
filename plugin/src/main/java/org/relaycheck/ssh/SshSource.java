package org.relaycheck.ssh;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.powershell.PowerShellWays;
import org.relaycheck.powershell.ShellInterview;
import org.relaycheck.powershell.ShellQuestion;

/** What is reached over SSH: a live PowerShell, or the file that a collector wrote. */
public final class SshSource implements AnswerSource {

  /** Reads a fetched file. */
  public interface FileReader {
    /** What the file says of each host. */
    Map<HostConnection, HostAnswer> read(byte[] file, List<HostConnection> hosts);
  }

  /**
   * What a source needs from its surroundings.
   *
   * @param credentials the accounts
   * @param gate who may log in when; one for the whole run
   * @param home what the user has for SSH
   * @param interview how a live PowerShell is asked
   * @param files how a fetched file is read
   * @param clock which tells when an answer was read
   */
  public record Setting(
      Credentials credentials,
      LoginGate gate,
      SshHome home,
      ShellInterview interview,
      FileReader files,
      Clock clock) {}

  private final Setting setting;

  /** A source in its surroundings. */
  public SshSource(Setting setting) {
    this.setting = setting;
  }

  @Override
  public HostAnswer ask(HostConnection connection) {
    return ask(List.of(connection)).values().iterator().next();
  }

  @Override
  public Map<HostConnection, HostAnswer> ask(List<HostConnection> oneWay) {
    PowerShellWay way = PowerShellWays.of(oneWay);
    try {
      if (way.reach() instanceof PowerShellWay.Fetch fetch) {
        return fetched(way, fetch, oneWay);
      }
      if (way.reach() instanceof PowerShellWay.Ssh ssh) {
        return live(way, ssh, oneWay);
      }
      throw new IllegalArgumentException("powershell " + way.name() + " does not use SSH");
    } catch (RefusedConnection refused) {
      return each(oneWay, refused.failed());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return each(oneWay, new HostAnswer.Failed("it was interrupted", "run it again"));
    }
  }

  private Map<HostConnection, HostAnswer> live(
      PowerShellWay way, PowerShellWay.Ssh ssh, List<HostConnection> hosts)
      throws RefusedConnection, InterruptedException {
    List<SshHop> hops = SshHop.way(ssh, setting.credentials());
    SshHop goal = hops.get(hops.size() - 1);
    ShellQuestion question = PowerShellWays.question(way, hosts, login(goal));
    Optional<String> held = question.login().flatMap(some -> ssh.credentials());
    try (LoginTurns turns = new LoginTurns(setting.gate(), held)) {
      SshShell shell = new SshShell(hops, setting.home(), turns);
      ShellInterview.Result result =
          setting.interview().ask(shell, question, PowerShellWays.deadlines(way), goal.keyed());
      turns.answered(result);
      return result.each(hosts, Optional.of(setting.clock().instant()));
    }
  }

  /** A session that was opened with a password has network credentials of its own. */
  private static Optional<ShellQuestion.EndpointLogin> login(SshHop goal) {
    return goal.account()
        .filter(account -> goal.keyed() || account.endpointUser().isPresent())
        .flatMap(ShellQuestion.EndpointLogin::of);
  }

  private Map<HostConnection, HostAnswer> fetched(
      PowerShellWay way, PowerShellWay.Fetch fetch, List<HostConnection> hosts)
      throws RefusedConnection, InterruptedException {
    List<SshHop> hops = SshHop.way(fetch.ssh(), setting.credentials());
    try (LoginTurns turns = new LoginTurns(setting.gate(), Optional.empty())) {
      SftpFetch file = new SftpFetch(hops, setting.home(), turns);
      return setting.files().read(file.read(fetch.path(), PowerShellWays.deadlines(way)), hosts);
    }
  }

  private static Map<HostConnection, HostAnswer> each(
      List<HostConnection> hosts, HostAnswer.Failed failed) {
    Map<HostConnection, HostAnswer> all = new LinkedHashMap<>();
    hosts.forEach(host -> all.put(host, failed));
    return all;
  }
}
