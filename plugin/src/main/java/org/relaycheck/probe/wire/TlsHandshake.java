package org.relaycheck.probe.wire;

import java.util.List;

/** What came of asking for TLS. */
public sealed interface TlsHandshake {

  /** What was said on the way. */
  List<CommandReply> exchanges();

  /**
   * The line is encrypted.
   *
   * @param chain the server's certificate
   */
  record Secured(List<CommandReply> exchanges, CertificateChain chain) implements TlsHandshake {
    public Secured {
      exchanges = List.copyOf(exchanges);
    }
  }

  /** It is not, and cannot be used any more unless the server merely refused. */
  record Unsecured(List<CommandReply> exchanges, String why) implements TlsHandshake {
    public Unsecured {
      exchanges = List.copyOf(exchanges);
    }
  }
}
