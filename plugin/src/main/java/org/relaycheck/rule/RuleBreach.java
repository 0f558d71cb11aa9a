package org.relaycheck.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relaycheck.landscape.ServerResource;

/**
 * That a rule does not hold of a resource.
 *
 * @param found what is so, in numbers; a waiver accepts exactly this text
 * @param wanted what to set instead
 * @param involved other resources whose settings make it so
 */
public record RuleBreach(String found, String wanted, List<ServerResource> involved) {

  public RuleBreach {
    involved = List.copyOf(involved);
  }

  /** A breach for which the resource's own settings are enough. */
  public static Optional<RuleBreach> of(String found, String wanted) {
    return Optional.of(new RuleBreach(found, wanted, List.of()));
  }

  /** A breach to which another resource contributes. */
  public static Optional<RuleBreach> of(String found, String wanted, ServerResource other) {
    return Optional.of(new RuleBreach(found, wanted, List.of(other)));
  }

  /** Several of one resource as one; what is said twice is said once. */
  public static RuleBreach all(List<RuleBreach> breaches) {
    return breaches.size() == 1
        ? breaches.get(0)
        : new RuleBreach(
            joined(breaches, RuleBreach::found),
            joined(breaches, RuleBreach::wanted),
            breaches.stream().flatMap(one -> one.involved().stream()).toList());
  }

  private static String joined(List<RuleBreach> breaches, Function<RuleBreach, String> part) {
    return breaches.stream().map(part).distinct().collect(Collectors.joining("; "));
  }
}
