package org.relaycheck.jdbc;

import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;

/** A reason why a host is not even asked, for its user. */
final class AskingRefusal extends Exception {

  private static final long serialVersionUID = 1;

  private final String why;
  private final String fix;

  AskingRefusal(String why, String fix) {
    super(why);
    this.why = why;
    this.fix = fix;
  }

  HostAnswer asked() {
    return new HostAnswer.Failed(why, fix, AskingStage.CREDENTIALS);
  }
}
