package org.relaycheck.probe.wire;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lines of which it is noted how many were called, and where. */
public final class LineTally implements SmtpServers {

  private final SmtpServers lines;
  private final SortedMap<String, Integer> called = new TreeMap<>();

  public LineTally(SmtpServers lines) {
    this.lines = lines;
  }

  @Override
  public ServerRoute route(SmtpAddress endpoint) {
    return lines.route(endpoint);
  }

  @Override
  public SmtpSession open(SmtpAddress endpoint, String address, Duration life) {
    String where =
        endpoint.name().equals(address) ? endpoint.toString() : endpoint + " (" + address + ")";
    called.merge(where, 1, Integer::sum);
    return lines.open(endpoint, address, life);
  }

  /** How often each place was called. */
  public SortedMap<String, Integer> called() {
    return new TreeMap<>(called);
  }
}
