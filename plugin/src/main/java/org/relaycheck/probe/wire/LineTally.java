package org.relaycheck.probe;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lines of which it is noted how many were called, and where. */
public final class Ledger implements Lines {

  private final Lines lines;
  private final SortedMap<String, Integer> called = new TreeMap<>();

  public Ledger(Lines lines) {
    this.lines = lines;
  }

  @Override
  public Routed route(Endpoint endpoint) {
    return lines.route(endpoint);
  }

  @Override
  public Line open(Endpoint endpoint, String address, Duration life) {
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
