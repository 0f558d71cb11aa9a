package org.relaycheck.ssh;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.Admission;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.Door;
import org.relaycheck.live.Source;
import org.relaycheck.powershell.Doors;
import org.relaycheck.powershell.Interview;
import org.relaycheck.powershell.Question;

/** Doors that are reached over SSH: a live PowerShell, or the file that a collector wrote. */
public final class SshSource implements Source {

  /** Reads a fetched file. */
  public interface FileReader {
    /** What the file says of each host. */
    Map<Connection, Asked> read(byte[] file, List<Connection> hosts);
  }

  /**
   * What a source needs from its surroundings.
   *
   * @param credentials the accounts
   * @param admission who may log in when; one for the whole run
   * @param home what the user has for SSH
   * @param interview how a live door is asked
   * @param files how a fetched file is read
   * @param clock which tells when an answer was read
   */
  public record Setting(
      Credentials credentials,
      Admission admission,
      Home home,
      Interview interview,
      FileReader files,
      Clock clock) {}

  private final Setting setting;

  /** A source in its surroundings. */
  public SshSource(Setting setting) {
    this.setting = setting;
  }

  @Override
  public Asked ask(Connection connection) {
    return ask(List.of(connection)).values().iterator().next();
  }

  @Override
  public Map<Connection, Asked> ask(List<Connection> oneWay) {
    Door door = Doors.of(oneWay);
    try {
      if (door.reach() instanceof Door.Fetch fetch) {
        return fetched(door, fetch, oneWay);
      }
      if (door.reach() instanceof Door.Ssh ssh) {
        return live(door, ssh, oneWay);
      }
      throw new IllegalArgumentException("the door " + door.name() + " does not use SSH");
    } catch (Refused refused) {
      return each(oneWay, refused.failed());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return each(oneWay, new Asked.Failed("it was interrupted", "run it again"));
    }
  }

  private Map<Connection, Asked> live(Door door, Door.Ssh ssh, List<Connection> hosts)
      throws Refused, InterruptedException {
    List<Hop> way = Hop.way(ssh, setting.credentials());
    Hop goal = way.get(way.size() - 1);
    Question question = Doors.question(door, hosts, login(goal));
    Optional<String> held = question.login().flatMap(some -> ssh.credentials());
    try (Turns turns = new Turns(setting.admission(), held)) {
      SshShell shell = new SshShell(way, setting.home(), turns);
      Interview.Result result =
          setting.interview().ask(shell, question, Doors.deadlines(door), goal.keyed());
      turns.answered(result);
      return result.each(hosts, Optional.of(setting.clock().instant()));
    }
  }

  /** A session that was opened with a password has network credentials of its own. */
  private static Optional<Question.EndpointLogin> login(Hop goal) {
    return goal.account()
        .filter(account -> goal.keyed() || account.endpointUser().isPresent())
        .flatMap(Question.EndpointLogin::of);
  }

  private Map<Connection, Asked> fetched(Door door, Door.Fetch fetch, List<Connection> hosts)
      throws Refused, InterruptedException {
    List<Hop> way = Hop.way(fetch.ssh(), setting.credentials());
    try (Turns turns = new Turns(setting.admission(), Optional.empty())) {
      Fetch file = new Fetch(way, setting.home(), turns);
      return setting.files().read(file.read(fetch.path(), Doors.deadlines(door)), hosts);
    }
  }

  private static Map<Connection, Asked> each(List<Connection> hosts, Asked.Failed failed) {
    Map<Connection, Asked> all = new LinkedHashMap<>();
    hosts.forEach(host -> all.put(host, failed));
    return all;
  }
}
