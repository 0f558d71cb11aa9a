package org.relaycheck.probe;

/** How this machine comes to a server. */
public sealed interface Routed {

  /**
   * There is a way.
   *
   * @param from the address of this machine on it
   * @param to the server's address
   */
  record Route(String from, String to) implements Routed {}

  /** There is none. */
  record Lost(String why) implements Routed {}
}
