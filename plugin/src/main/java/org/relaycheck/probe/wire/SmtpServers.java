package org.relaycheck.probe;

import java.time.Duration;

/** A port to SMTP servers. Never throws for what a server or a network does. */
public interface Lines {

  /** How this machine would come to a server, without sending it anything. */
  Routed route(Endpoint endpoint);

  /**
   * Calls a server.
   *
   * @param endpoint whose name its certificate should bear
   * @param address where the name leads to
   * @param life after which the line is cut, whatever happens on it
   */
  Line open(Endpoint endpoint, String address, Duration life);
}
