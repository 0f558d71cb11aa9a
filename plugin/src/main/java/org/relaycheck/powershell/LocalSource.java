package org.relaycheck.powershell;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.relaycheck.live.Admission;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.Door;
import org.relaycheck.live.Source;
import org.relaycheck.live.Stage;

/** Doors to a PowerShell on this machine. */
public final class LocalSource implements Source {

  private final Credentials credentials;
  private final Admission admission;
  private final Shell shell;
  private final Interview interview;
  private final Clock clock;

  /**
   * A source that asks the PowerShell of this machine.
   *
   * @param shell that PowerShell
   * @param setting what it needs from its surroundings
   */
  public LocalSource(Shell shell, Setting setting) {
    this.shell = shell;
    this.credentials = setting.credentials();
    this.admission = setting.admission();
    this.interview = setting.interview();
    this.clock = setting.clock();
  }

  /**
   * What a source needs from its surroundings.
   *
   * @param credentials the accounts
   * @param admission who may log in when; one for the whole run
   * @param interview how it is asked
   * @param clock which tells when an answer was read
   */
  public record Setting(
      Credentials credentials, Admission admission, Interview interview, Clock clock) {}

  @Override
  public Asked ask(Connection connection) {
    return ask(List.of(connection)).values().iterator().next();
  }

  @Override
  public Map<Connection, Asked> ask(List<Connection> oneWay) {
    Door door = Doors.of(oneWay);
    Optional<String> id =
        door.reach() instanceof Door.Local local && Question.takesLogin(door.session())
            ? local.credentials()
            : Optional.empty();
    if (id.isEmpty()) {
      return each(oneWay, question(door, oneWay, Optional.empty()));
    }
    Optional<Question.EndpointLogin> login =
        credentials.of(id.get()).flatMap(Question.EndpointLogin::of);
    if (login.isEmpty()) {
      return each(
          oneWay,
          failed(
              "settings.xml has no <server> '" + id.get() + "' with a username and a password",
              "add it, or leave out 'credentials' to ask as the user who runs Maven"));
    }
    try (Admission.Turn turn = admission.turn(id.get())) {
      return each(oneWay, inTurn(turn, () -> question(door, oneWay, login)));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return each(oneWay, failed("it was interrupted", "run it again"));
    }
  }

  private static Interview.Result inTurn(Admission.Turn turn, Supplier<Interview.Result> ask) {
    if (turn.refusal().isPresent()) {
      return failed(
          "the credentials '" + turn.id() + "' are not tried again: " + turn.refusal().get(),
          "put that right first");
    }
    Interview.Result result = ask.get();
    result.refusal().ifPresent(turn::refused);
    if (result.answer().isPresent()) {
      turn.letIn();
    }
    return result;
  }

  private Interview.Result question(
      Door door, List<Connection> hosts, Optional<Question.EndpointLogin> login) {
    return interview.ask(shell, Doors.question(door, hosts, login), Doors.deadlines(door), false);
  }

  private Map<Connection, Asked> each(List<Connection> hosts, Interview.Result result) {
    return result.each(hosts, Optional.of(clock.instant()));
  }

  private static Interview.Result failed(String why, String fix) {
    return Interview.Result.of(new Asked.Failed(why, fix, Stage.CREDENTIALS));
  }
}
