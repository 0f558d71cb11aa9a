package org.relaycheck.probe;

import java.time.Duration;

/**
 * A server at an address that its name leads to.
 *
 * @param endpoint the server
 * @param route how this machine comes to it
 */
public record Call(Endpoint endpoint, Routed.Route route) {

  /** Calls it. */
  Line open(Lines lines, Duration life) {
    return lines.open(endpoint, route.to(), life);
  }
}
