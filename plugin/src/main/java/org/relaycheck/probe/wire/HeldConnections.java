package org.relaycheck.probe.wire;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of holding connections.
 *
 * @param held how many were open together
 * @param refusal what the one after them was told; empty if as many were held as were wanted
 * @param dropped what those were told, by words, that the server itself closed before the end
 */
public record HeldConnections(
    int held, Optional<SmtpResponse> refusal, SortedMap<String, Integer> dropped) {

  public HeldConnections {
    dropped = new TreeMap<>(dropped);
  }
}
