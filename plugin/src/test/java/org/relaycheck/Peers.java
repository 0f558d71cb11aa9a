package org.relaycheck;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Programs of other makers that some tests talk to. A test whose peer is missing is skipped
 * visibly, or fails where {@code relay.peers=required} says that all peers must be here.
 */
public final class Peers {

  private Peers() {}

  /** Tells that a peer is missing. */
  public static void missing(String what) {
    if ("required".equals(System.getProperty("relay.peers"))) {
      fail(what + " is missing, and relay.peers=required");
    }
    abort(what + " is missing");
  }
}
