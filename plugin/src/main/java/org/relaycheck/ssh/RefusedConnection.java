package org.relaycheck.ssh;

import java.util.Optional;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Stage;

/** A connection that did not come about, in the user's words. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;
  private final String fix;
  private final Stage stage;
  private final String login;

  private Refused(Stage stage, String why, String fix, String login) {
    super(why);
    this.stage = stage;
    this.why = why;
    this.fix = fix;
    this.login = login;
  }

  /** What stopped us at a step. */
  static Refused at(Stage stage, String why, String fix) {
    return new Refused(stage, why, fix, "");
  }

  /** The other side does not accept the login of a hop, so nobody may try it again. */
  static Refused login(Hop hop, String why, String fix) {
    return new Refused(Stage.LOGIN, why, fix, hop.login().orElse(""));
  }

  /** The same, met at a machine that is only on the way. */
  Refused onTheWay() {
    Stage met = stage == Stage.CREDENTIALS ? stage : Stage.JUMP;
    return new Refused(met, why, fix, login);
  }

  /** The login that was not accepted; empty if it was something else. */
  Optional<String> login() {
    return Optional.of(login).filter(some -> !some.isEmpty());
  }

  Asked.Failed failed() {
    return new Asked.Failed(why, fix, stage);
  }
}
