package org.relaycheck.landscape;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.state.Address;

/**
 * The resources of one kind on one host.
 *
 * @param all what is known to be there
 * @param compared those that the policy speaks of: by name, by a baseline, or by {@code unlisted}
 * @param missing those that the policy names and that are not there
 * @param gap why there may be others; empty if there are none
 */
record KindResources(
    List<ServerResource> all,
    List<ServerResource> compared,
    List<ServerResource> missing,
    Optional<UnknownFact> gap) {

  KindResources {
    all = List.copyOf(all);
    compared = List.copyOf(compared);
    missing = List.copyOf(missing);
  }

  static KindResources of(
      List<ServerResource> all,
      Set<Address> compared,
      List<ServerResource> missing,
      Optional<UnknownFact> gap) {
    List<ServerResource> spokenOf =
        all.stream().filter(one -> compared.contains(one.address())).toList();
    return new KindResources(all, spokenOf, missing, gap);
  }

  /** A kind that nobody asked about. */
  static KindResources unknown(UnknownFact gap) {
    return new KindResources(List.of(), List.of(), List.of(), Optional.of(gap));
  }
}
