package org.relaycheck.policy;

import java.util.SortedSet;
import java.util.TreeSet;
import org.relaycheck.state.Place;

/** What was found wrong so far; reading goes on, so that a user sees everything at once. */
final class Problems {

  private final SortedSet<Problem> found = new TreeSet<>();

  void add(Place place, String text) {
    found.add(new Problem(place, text));
  }

  /** Takes over what was found elsewhere, at most one for each place that has none yet. */
  void addNew(Problems other) {
    for (Problem problem : other.found) {
      if (found.stream().noneMatch(known -> known.place().equals(problem.place()))) {
        found.add(problem);
      }
    }
  }

  void orThrow() throws PolicyException {
    if (!found.isEmpty()) {
      throw new PolicyException(found);
    }
  }
}
