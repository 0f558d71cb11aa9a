package org.relaycheck.ssh;

import org.relaycheck.live.Asked;
import org.relaycheck.live.Stage;

/** A connection that did not come about, in the user's words. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;
  private final String fix;
  private final Stage stage;
  private final String credentials;

  private Refused(Stage stage, String why, String fix, String credentials) {
    super(why);
    this.stage = stage;
    this.why = why;
    this.fix = fix;
    this.credentials = credentials;
  }

  /** What stopped us at a step. */
  static Refused at(Stage stage, String why, String fix) {
    return new Refused(stage, why, fix, "");
  }

  /** The other side does not accept the login of a hop, so nobody may try it again. */
  static Refused login(Hop hop, String why, String fix) {
    return new Refused(Stage.LOGIN, why, fix, hop.ssh().credentials().orElse(""));
  }

  /** The same, met at a machine that is only on the way. */
  Refused onTheWay() {
    Stage met = stage == Stage.CREDENTIALS ? stage : Stage.JUMP;
    return new Refused(met, why, fix, credentials);
  }

  /** Whether it is the login with this id that was not accepted. */
  boolean isFor(String id) {
    return credentials.equals(id);
  }

  Asked.Failed failed() {
    return new Asked.Failed(why, fix, stage);
  }
}
