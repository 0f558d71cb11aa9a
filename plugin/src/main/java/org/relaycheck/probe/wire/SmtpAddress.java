package org.relaycheck.probe;

/**
 * Where a server is called.
 *
 * @param name a host name or an address
 * @param port 1 to 65535
 */
public record Endpoint(String name, int port) {

  @Override
  public String toString() {
    return name + " port " + port;
  }
}
