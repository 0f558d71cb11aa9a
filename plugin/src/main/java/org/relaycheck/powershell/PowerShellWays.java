package org.relaycheck.powershell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Door;
import org.relaycheck.live.Way;

/** What a door means for the question that is asked through it. */
public final class Doors {

  private Doors() {}

  /**
   * The door to which hosts lead.
   *
   * @throws IllegalArgumentException for hosts that are asked otherwise
   */
  public static Door of(List<Connection> hosts) {
    if (hosts.get(0).way() instanceof Way.Through through) {
      return through.door();
    }
    throw new IllegalArgumentException(hosts.get(0).host() + " has no door");
  }

  /** The one question for all hosts of a door. */
  public static Question question(
      Door door, List<Connection> hosts, Optional<Question.EndpointLogin> login) {
    List<String> servers = hosts.stream().map(Connection::server).distinct().sorted().toList();
    return new Question(
        door.session(), door.domainController(), servers, login, patience(deadlines(door)));
  }

  /** Less than we wait for a sign of life: a slow endpoint has a message of its own. */
  private static Duration patience(Deadlines deadlines) {
    return deadlines.silence().multipliedBy(2).dividedBy(3);
  }

  /** The door's deadlines. */
  public static Deadlines deadlines(Door door) {
    return door.deadline().map(Deadlines::whole).orElseGet(Deadlines::usual);
  }
}
