package org.relaycheck.powershell;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.PowerShellWay;

/** Doors to a PowerShell on this machine. */
public final class LocalSource implements AnswerSource {

  private final Credentials credentials;
  private final LoginGate gate;
  private final Shell shell;
  private final ShellInterview interview;
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
    this.gate = setting.gate();
    this.interview = setting.interview();
    this.clock = setting.clock();
  }

  /**
   * What a source needs from its surroundings.
   *
   * @param credentials the accounts
   * @param gate who may log in when; one for the whole run
   * @param interview how it is asked
   * @param clock which tells when an answer was read
   */
  public record Setting(
      Credentials credentials, LoginGate gate, ShellInterview interview, Clock clock) {}

  @Override
  public HostAnswer ask(HostConnection connection) {
    return ask(List.of(connection)).values().iterator().next();
  }

  @Override
  public Map<HostConnection, HostAnswer> ask(List<HostConnection> oneWay) {
    PowerShellWay way = PowerShellWays.of(oneWay);
    Optional<String> id =
        way.reach() instanceof PowerShellWay.Local local && ShellQuestion.takesLogin(way.session())
            ? local.credentials()
            : Optional.empty();
    if (id.isEmpty()) {
      return each(oneWay, question(way, oneWay, Optional.empty()));
    }
    Optional<ShellQuestion.EndpointLogin> login =
        credentials.of(id.get()).flatMap(ShellQuestion.EndpointLogin::of);
    if (login.isEmpty()) {
      return each(
          oneWay,
          failed(
              "settings.xml has no <server> '" + id.get() + "' with a username and a password",
              "add it, or leave out 'credentials' to ask as the user who runs Maven"));
    }
    try (LoginGate.Turn turn = gate.turn(id.get())) {
      return each(oneWay, inTurn(turn, () -> question(way, oneWay, login)));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return each(oneWay, failed("it was interrupted", "run it again"));
    }
  }

  private static ShellInterview.Result inTurn(
      LoginGate.Turn turn, Supplier<ShellInterview.Result> ask) {
    if (turn.refusal().isPresent()) {
      return failed(
          "the credentials '" + turn.id() + "' are not tried again: " + turn.refusal().get(),
          "correct that first");
    }
    ShellInterview.Result result = ask.get();
    result.refusal().ifPresent(turn::refused);
    if (result.answer().isPresent()) {
      turn.letIn();
    }
    return result;
  }

  private ShellInterview.Result question(
      PowerShellWay way, List<HostConnection> hosts, Optional<ShellQuestion.EndpointLogin> login) {
    return interview.ask(
        shell, PowerShellWays.question(way, hosts, login), PowerShellWays.deadlines(way), false);
  }

  private Map<HostConnection, HostAnswer> each(
      List<HostConnection> hosts, ShellInterview.Result result) {
    return result.each(hosts, Optional.of(clock.instant()));
  }

  private static ShellInterview.Result failed(String why, String fix) {
    return ShellInterview.Result.of(new HostAnswer.Failed(why, fix, AskingStage.CREDENTIALS));
  }
}
