package org.relaycheck.state.expectation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relaycheck.value.Seen;

/** Two expectations of one setting that no value meets, as far as that can be told. */
public final class Contradiction {

  private Contradiction() {}

  /**
   * Whether no value meets both. Of patterns, and of what two sets leave open, nothing is said.
   *
   * @param <T> the setting's values
   */
  public static <T> boolean between(Expectation<T> one, Expectation<T> other) {
    Expectation<T> first = bare(one);
    Expectation<T> second = bare(other);
    if (first instanceof HasMembers<T> some && second instanceof HasMembers<T> more) {
      return excluded(some, more) || excluded(more, some);
    }
    List<Optional<T>> tried =
        Stream.concat(decisive(first).stream(), decisive(second).stream()).toList();
    boolean decided = isDecided(first) || isDecided(second);
    boolean bounded = first instanceof WithinBounds<T> && second instanceof WithinBounds<T>;
    return (decided || bounded)
        && tried.stream().map(Contradiction::seen).noneMatch(v -> both(first, second, v));
  }

  /** Whether one wants in it what the other wants out of it. */
  private static <T> boolean excluded(HasMembers<T> one, HasMembers<T> other) {
    return one.contains().isPresent()
        && other.excludes().isPresent()
        && !one.members().disjoint(one.contains().get(), other.excludes().get());
  }

  private static <T> boolean both(Expectation<T> one, Expectation<T> other, Seen<T> value) {
    return one.accepts(value) && other.accepts(value);
  }

  private static <T> Expectation<T> bare(Expectation<T> expectation) {
    return expectation instanceof PreferringValue<T> preferring
        ? bare(preferring.expected())
        : expectation;
  }

  /** Whether its decisive values are all that it accepts. */
  private static boolean isDecided(Expectation<?> expectation) {
    return expectation instanceof IsExactly<?> || expectation instanceof IsOneOf<?>;
  }

  /** Values of which one meets both if any does: those that are named, and the bounds. */
  private static <T> List<Optional<T>> decisive(Expectation<T> expectation) {
    if (expectation instanceof IsExactly<T> exactly) {
      return List.of(exactly.wanted());
    }
    if (expectation instanceof IsOneOf<T> several) {
      return several.wanted();
    }
    return expectation instanceof WithinBounds<T> bounds
        ? Stream.of(bounds.least(), bounds.most()).filter(Optional::isPresent).toList()
        : List.of();
  }

  private static <T> Seen<T> seen(Optional<T> value) {
    return value.map(Seen::of).orElseGet(Seen::nothing);
  }
}
