package org.relaycheck.probe.wire;

import java.time.Duration;

/** A port to SMTP servers. Never throws for what a server or a network does. */
public interface SmtpServers {

  /** How this machine would come to a server, without sending it anything. */
  ServerRoute route(SmtpAddress endpoint);

  /**
   * Calls a server.
   *
   * @param endpoint whose name its certificate should bear
   * @param address where the name leads to
   * @param life after which the line is cut, whatever happens on it
   */
  SmtpSession open(SmtpAddress endpoint, String address, Duration life);
}
