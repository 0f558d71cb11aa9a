package org.relaycheck.jdbc;

import java.util.Optional;
import org.relaycheck.live.LoginGate;

/**
 * The turn to log in to one server. It is waited for when the server has said its first word, so
 * that one that is down keeps nobody waiting.
 */
final class LoginTurn implements AutoCloseable {

  private final LoginGate gate;
  private final Optional<String> id;
  private volatile Optional<LoginGate.Turn> open = Optional.empty();
  private volatile boolean in;

  /**
   * A turn that is not yet waited for.
   *
   * @param id of the login; empty for one that needs no turn
   */
  LoginTurn(LoginGate gate, Optional<String> id) {
    this.gate = gate;
    this.id = id;
  }

  /** Waits until the login may be tried. */
  void enter() throws AskingRefusal, InterruptedException {
    if (id.isEmpty()) {
      return;
    }
    LoginGate.Turn turn = gate.turn(id.get());
    open = Optional.of(turn);
    if (turn.refusal().isPresent()) {
      throw new AskingRefusal(
          "the credentials '"
              + id.get()
              + "' were refused by "
              + turn.refusal().get()
              + " and not tried here, so that no account is locked",
          "correct them in settings.xml");
    }
  }

  void letIn() {
    in = true;
    open.ifPresent(LoginGate.Turn::letIn);
  }

  boolean isLetIn() {
    return in;
  }

  /** Nobody tries the login again. */
  void refused(String where) {
    open.ifPresent(turn -> turn.refused(where));
  }

  @Override
  public void close() {
    open.ifPresent(LoginGate.Turn::close);
  }
}
