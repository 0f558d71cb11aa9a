package org.relaycheck.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relaycheck.landscape.Resource;

/**
 * That a rule does not hold of a resource.
 *
 * @param found what is so, in numbers; a waiver accepts exactly this text
 * @param wanted what to set instead
 * @param involved other resources whose settings make it so
 */
public record Breach(String found, String wanted, List<Resource> involved) {

  public Breach {
    involved = List.copyOf(involved);
  }

  /** A breach for which the resource's own settings are enough. */
  public static Optional<Breach> of(String found, String wanted) {
    return Optional.of(new Breach(found, wanted, List.of()));
  }

  /** A breach to which another resource contributes. */
  public static Optional<Breach> of(String found, String wanted, Resource other) {
    return Optional.of(new Breach(found, wanted, List.of(other)));
  }

  /** Several of one resource as one; what is said twice is said once. */
  static Breach all(List<Breach> breaches) {
    return breaches.size() == 1
        ? breaches.get(0)
        : new Breach(
            joined(breaches, Breach::found),
            joined(breaches, Breach::wanted),
            breaches.stream().flatMap(one -> one.involved().stream()).toList());
  }

  private static String joined(List<Breach> breaches, Function<Breach, String> part) {
    return breaches.stream().map(part).distinct().collect(Collectors.joining("; "));
  }
}
