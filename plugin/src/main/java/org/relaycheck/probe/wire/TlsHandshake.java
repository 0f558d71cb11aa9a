package org.relaycheck.probe;

import java.util.List;

/** What came of asking for TLS. */
public sealed interface Handshake {

  /** What was said on the way. */
  List<Exchange> exchanges();

  /**
   * The line is encrypted.
   *
   * @param chain the server's certificate
   */
  record Secured(List<Exchange> exchanges, Chain chain) implements Handshake {
    public Secured {
      exchanges = List.copyOf(exchanges);
    }
  }

  /** It is not, and cannot be used any more unless the server merely refused. */
  record Unsecured(List<Exchange> exchanges, String why) implements Handshake {
    public Unsecured {
      exchanges = List.copyOf(exchanges);
    }
  }
}
