package org.relaycheck.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.state.Address;

/**
 * The resources of one kind on one host.
 *
 * @param all what is known to be there
 * @param compared those that the policy speaks of: by name, by a baseline, or by {@code unlisted}
 * @param gap why there may be others; empty if there are none
 */
record Stock(List<Resource> all, List<Resource> compared, Optional<Lack> gap) {

  Stock {
    all = List.copyOf(all);
    compared = List.copyOf(compared);
  }

  static Stock of(List<Resource> all, Set<Address> compared, Optional<Lack> gap) {
    List<Resource> spokenOf = all.stream().filter(one -> compared.contains(one.address())).toList();
    return new Stock(all, spokenOf, gap);
  }

  /** A kind that nobody asked about. */
  static Stock unknown(Lack gap) {
    return new Stock(List.of(), List.of(), Optional.of(gap));
  }
}
