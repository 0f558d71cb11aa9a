package org.relaycheck.probe.wire;

/**
 * Where a server is called.
 *
 * @param name a host name or an address
 * @param port 1 to 65535
 */
public record SmtpAddress(String name, int port) {

  @Override
  public String toString() {
    return name + " port " + port;
  }
}
