package org.relaycheck.ssh;

import java.util.Optional;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;

/** A connection that did not come about, in the user's words. */
final class RefusedConnection extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;
  private final String fix;
  private final AskingStage stage;
  private final String login;

  private RefusedConnection(AskingStage stage, String why, String fix, String login) {
    super(why);
    this.stage = stage;
    this.why = why;
    this.fix = fix;
    this.login = login;
  }

  /** What stopped us at a step. */
  static RefusedConnection at(AskingStage stage, String why, String fix) {
    return new RefusedConnection(stage, why, fix, "");
  }

  /** The other side does not accept the login of a hop, so nobody may try it again. */
  static RefusedConnection login(SshHop hop, String why, String fix) {
    return new RefusedConnection(AskingStage.LOGIN, why, fix, hop.login().orElse(""));
  }

  /** The same, met at a machine that is only on the way. */
  RefusedConnection onTheWay() {
    AskingStage met = stage == AskingStage.CREDENTIALS ? stage : AskingStage.JUMP;
    return new RefusedConnection(met, why, fix, login);
  }

  /** The login that was not accepted; empty if it was something else. */
  Optional<String> login() {
    return Optional.of(login).filter(some -> !some.isEmpty());
  }

  HostAnswer.Failed failed() {
    return new HostAnswer.Failed(why, fix, stage);
  }
}
