package org.relaycheck.probe.wire;

/** How this machine comes to a server. */
public sealed interface ServerRoute {

  /**
   * There is a way.
   *
   * @param from the address of this machine on it
   * @param to the server's address
   */
  record Route(String from, String to) implements ServerRoute {}

  /** There is none. */
  record Lost(String why) implements ServerRoute {}
}
