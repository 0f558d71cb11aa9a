package org.relaycheck.landscape;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.state.Address;

/**
 * The resources of one kind on one host.
 *
 * @param all what is known to be there
 * @param compared those that the policy speaks of: by name, by a baseline, or by {@code unlisted}
 * @param missing those that the policy names and that are not there
 * @param gap why there may be others; empty if there are none
 */
record Stock(
    List<Resource> all, List<Resource> compared, List<Resource> missing, Optional<Lack> gap) {

  Stock {
    all = List.copyOf(all);
    compared = List.copyOf(compared);
    missing = List.copyOf(missing);
  }

  static Stock of(
      List<Resource> all, Set<Address> compared, List<Resource> missing, Optional<Lack> gap) {
    List<Resource> spokenOf = all.stream().filter(one -> compared.contains(one.address())).toList();
    return new Stock(all, spokenOf, missing, gap);
  }

  /** A kind that nobody asked about. */
  static Stock unknown(Lack gap) {
    return new Stock(List.of(), List.of(), List.of(), Optional.of(gap));
  }
}
