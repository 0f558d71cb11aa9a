package org.relaycheck.jdbc;

import org.relaycheck.live.Asked;
import org.relaycheck.live.Stage;

/** A reason why a host is not even asked, for its user. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  private final String why;
  private final String fix;

  Refusal(String why, String fix) {
    super(why);
    this.why = why;
    this.fix = fix;
  }

  Asked asked() {
    return new Asked.Failed(why, fix, Stage.CREDENTIALS);
  }
}
