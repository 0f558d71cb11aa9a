package org.relaycheck.standin.network;

/** What befalls the bytes on their way to the client. */
public enum Blow {
  /** The connection is reset, as a firewall does. */
  KILL,
  /** Nothing more arrives, and nobody is told. */
  STALL,
  /** One byte arrives as another one. */
  CORRUPT
}
