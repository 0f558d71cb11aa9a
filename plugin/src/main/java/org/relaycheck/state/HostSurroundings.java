package org.relaycheck.state;

import java.util.List;
import java.util.Optional;
import org.relaycheck.value.address.AddressSet;

/**
 * What people know of a host's place in the network and DNS cannot tell.
 *
 * @param answers names that lead to it
 * @param seenAs the source addresses that a balancer in front of it shows
 * @param sendsFrom the addresses that it sends from
 * @param usualLoad how many connections it usually has open at once
 */
public record HostSurroundings(
    List<String> answers,
    Optional<AddressSet> seenAs,
    Optional<AddressSet> sendsFrom,
    Optional<Long> usualLoad) {

  public HostSurroundings {
    answers = List.copyOf(answers);
  }

  /** Nothing is known. */
  public static HostSurroundings unknown() {
    return new HostSurroundings(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
