package org.relaycheck.ssh;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.LoginGate;
import org.relaycheck.powershell.ShellInterview;

/**
 * The turns of all logins on one way. A turn is waited for when a machine has proved who it is, so
 * that one that is down keeps nobody waiting, and it is over before that of the next machine is
 * waited for, so that two ways never block each other.
 */
final class LoginTurns implements SshShell.Admitted, AutoCloseable {

  private final LoginGate gate;
  private final Optional<String> endpoint;
  private final Map<String, LoginGate.Turn> open = new LinkedHashMap<>();

  /**
   * Turns for one way.
   *
   * @param endpoint the id of the login for the remoting endpoint, which only the answer proves;
   *     empty if it is sent none
   */
  LoginTurns(LoginGate gate, Optional<String> endpoint) {
    this.gate = gate;
    this.endpoint = endpoint;
  }

  @Override
  public void enter(SshHop hop) throws RefusedConnection, InterruptedException {
    if (hop.login().isPresent()) {
      enter(hop.login().get(), hop.ssh().credentials().orElseThrow());
    }
  }

  private void enter(String login, String id) throws RefusedConnection, InterruptedException {
    if (open.containsKey(login)) {
      return; // asked once more by a server that was too busy
    }
    LoginGate.Turn turn = gate.turn(login);
    open.put(login, turn);
    if (turn.refusal().isPresent()) {
      throw RefusedConnection.at(
          AskingStage.CREDENTIALS,
          "the credentials '" + id + "' are not tried again: " + turn.refusal().get(),
          "correct that first");
    }
  }

  @Override
  public void letIn(SshHop hop) {
    hop.login().map(open::get).ifPresent(LoginGate.Turn::letIn);
  }

  @Override
  public void refused(RefusedConnection refused) {
    refused.login().map(open::get).ifPresent(turn -> turn.refused(refused.failed().why()));
  }

  @Override
  public void question() throws RefusedConnection, InterruptedException {
    if (endpoint.isPresent()) {
      enter(endpoint.get(), endpoint.get());
    }
  }

  /** The endpoint has accepted or refused its login. */
  void answered(ShellInterview.Result result) {
    Optional<LoginGate.Turn> turn = endpoint.map(open::get);
    turn.ifPresent(
        one -> {
          result.refusal().ifPresent(one::refused);
          if (result.answer().isPresent()) {
            one.letIn();
          }
        });
  }

  @Override
  public void close() {
    open.values().forEach(LoginGate.Turn::close);
  }
}
