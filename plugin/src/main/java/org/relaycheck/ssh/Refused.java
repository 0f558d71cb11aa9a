package org.relaycheck.ssh;

import org.relaycheck.live.Asked;

/** A connection that did not come about, in the user's words. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;
  private final String fix;
  private final String credentials;

  private Refused(String why, String fix, String credentials) {
    super(why);
    this.why = why;
    this.fix = fix;
    this.credentials = credentials;
  }

  static Refused because(String why, String fix) {
    return new Refused(why, fix, "");
  }

  /** The other side does not accept the login of a hop, so nobody may try it again. */
  static Refused login(Hop hop, String why, String fix) {
    return new Refused(why, fix, hop.ssh().credentials().orElse(""));
  }

  /** Whether it is the login with this id that was not accepted. */
  boolean isFor(String id) {
    return credentials.equals(id);
  }

  Asked.Failed failed() {
    return new Asked.Failed(why, fix);
  }
}
