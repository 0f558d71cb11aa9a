package org.relaycheck.state;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The servers that an answer lists, of which the one that was asked for is one.
 *
 * @param organisation what tells their organisation from another; empty if the answer does not
 * @param servers by kind, the servers of which it lists resources
 */
public record ServerListing(Optional<String> organisation, Map<String, Set<String>> servers) {

  /** An answer about one host alone. */
  public static ServerListing none() {
    return new ServerListing(Optional.empty(), Map.of());
  }
}
