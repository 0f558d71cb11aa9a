package org.relaycheck.probe.wire;

import java.time.Duration;

/**
 * A server at an address that its name leads to.
 *
 * @param endpoint the server
 * @param route how this machine comes to it
 */
public record ServerCall(SmtpAddress endpoint, ServerRoute.Route route) {

  /** Calls it. */
  SmtpSession open(SmtpServers lines, Duration life) {
    return lines.open(endpoint, route.to(), life);
  }
}
