package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That a rule does not hold of a resource.
 *
 * @param found what is so, in numbers; a waiver accepts exactly this text
 * @param wanted what to set instead
 * @param involved other resources whose settings make it so
 */
public record Breach(String found, String wanted, List<Resource> involved) {

  private static final String NEXT = "; ";

  public Breach {
    involved = List.copyOf(involved);
  }

  /** A breach for which the resource's own settings are enough. */
  static Optional<Breach> of(String found, String wanted) {
    return Optional.of(new Breach(found, wanted, List.of()));
  }

  /** A breach to which another resource contributes. */
  static Optional<Breach> of(String found, String wanted, Resource other) {
    return Optional.of(new Breach(found, wanted, List.of(other)));
  }

  /** Both, of one resource. */
  Breach and(Breach other) {
    List<Resource> all = new ArrayList<>(involved);
    all.addAll(other.involved);
    return new Breach(joined(found, other.found), joined(wanted, other.wanted), all);
  }

  private static String joined(String one, String other) {
    return List.of(one.split(NEXT)).contains(other) ? one : one + NEXT + other;
  }
}
