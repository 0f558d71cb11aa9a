package org.relaycheck.probe;

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
public record Held(int held, Optional<Response> refusal, SortedMap<String, Integer> dropped) {

  public Held {
    dropped = new TreeMap<>(dropped);
  }
}
