package org.relaycheck.powershell;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.live.Account;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.Door;
import org.relaycheck.live.Source;

/** Doors to a PowerShell on this machine. */
public final class LocalSource implements Source {

  private final Credentials credentials;
  private final Shell shell;
  private final Interview interview;
  private final Clock clock;

  /**
   * A source that asks the PowerShell of this machine.
   *
   * @param clock which tells when an answer was read
   */
  public LocalSource(Credentials credentials, Shell shell, Interview interview, Clock clock) {
    this.credentials = credentials;
    this.shell = shell;
    this.interview = interview;
    this.clock = clock;
  }

  @Override
  public Asked ask(Connection connection) {
    return ask(List.of(connection)).values().iterator().next();
  }

  @Override
  public Map<Connection, Asked> ask(List<Connection> oneWay) {
    Door door = Doors.of(oneWay);
    Optional<String> id =
        door.reach() instanceof Door.Local local ? local.credentials() : Optional.empty();
    Optional<Account> account = id.flatMap(credentials::of);
    Optional<Question.EndpointLogin> login = account.flatMap(Question.EndpointLogin::of);
    if (id.isPresent() && login.isEmpty()) {
      Asked missing =
          new Asked.Failed(
              "settings.xml has no <server> '" + id.get() + "' with a username and a password",
              "add it, or leave out 'credentials' to ask as the user who runs Maven");
      return oneWay.stream().collect(Collectors.toMap(host -> host, host -> missing));
    }
    Question question = Doors.question(door, oneWay, login);
    return interview
        .ask(shell, question, Doors.deadlines(door), false)
        .each(oneWay, Optional.of(clock.instant()));
  }
}
