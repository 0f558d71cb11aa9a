package org.relaycheck.standin.tds;

/** What a server says about encryption when a client asks before logging in. */
public enum Encryption {
  /** No TLS at all. */
  NOT_SUPPORTED,
  /** TLS for the login packet only, or for everything if the client insists. */
  OFF,
  /** TLS for everything, carried inside TDS packets until the handshake is over. */
  ON,
  /** TLS 1.3 before the first TDS byte, as in TDS 8.0. */
  STRICT;

  static final int LOGIN_ONLY = 0;
  static final int ALL = 1;
  static final int NONE = 2;
  static final int REQUIRED = 3;

  /** The ENCRYPTION byte of the answer to a client that sent {@code asked}. */
  int agree(int asked) {
    return switch (this) {
      case NOT_SUPPORTED, STRICT -> NONE;
      case OFF -> asked;
      case ON -> asked == ALL ? ALL : REQUIRED;
    };
  }
}
