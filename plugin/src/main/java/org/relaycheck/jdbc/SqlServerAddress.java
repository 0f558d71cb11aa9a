package org.relaycheck.jdbc;

import java.util.Optional;
import org.relaycheck.live.HostWay;

/**
 * Where a SQL Server listens.
 *
 * @param host a name, or an IP address without brackets
 * @param instance to ask the browser service for, unless there is a port
 * @param port of the instance
 */
record SqlServerAddress(String host, Optional<String> instance, Optional<Integer> port) {

  private static final int STANDARD_PORT = 1433;

  static SqlServerAddress of(HostWay.SqlServer way) {
    String address = way.address();
    int slash = address.indexOf('\\');
    String host = slash < 0 ? address : address.substring(0, slash);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return new SqlServerAddress(
        bracketed ? host.substring(1, host.length() - 1) : host,
        slash < 0 ? Optional.empty() : Optional.of(address.substring(slash + 1)),
        way.port());
  }

  /** Whether the port must be asked for, by UDP. */
  boolean needsBrowser() {
    return instance.isPresent() && port.isEmpty();
  }

  /** As people write it. */
  @Override
  public String toString() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return needsBrowser()
        ? name + "\\" + instance.orElseThrow()
        : name + ":" + port.orElse(STANDARD_PORT);
  }
}
