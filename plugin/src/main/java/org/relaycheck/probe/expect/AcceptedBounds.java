package org.relaycheck.proof;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.relaycheck.state.Expectation;
import org.relaycheck.state.Is;
import org.relaycheck.state.OneOf;
import org.relaycheck.state.Preferring;
import org.relaycheck.state.Within;

/**
 * Numbers that an expectation accepts, both ends included.
 *
 * @param least the lowest
 * @param most the highest; {@link Long#MAX_VALUE} for no bound
 */
record Bounds(long least, long most) {

  static final long NO_BOUND = Long.MAX_VALUE;

  /** All that an expectation accepts; none if it does not speak of numbers one by one. */
  static <T> List<Bounds> of(Expectation<T> wanted, ToLongFunction<T> number) {
    if (wanted instanceof Preferring<T> preferring) {
      return of(preferring.expected(), number);
    }
    if (wanted instanceof Within<T> within) {
      return List.of(
          new Bounds(
              within.least().map(number::applyAsLong).orElse(0L),
              within.most().map(number::applyAsLong).orElse(NO_BOUND)));
    }
    if (wanted instanceof OneOf<T> oneOf) {
      return oneOf.wanted().stream()
          .flatMap(Optional::stream)
          .mapToLong(number)
          .mapToObj(Bounds::exactly)
          .toList();
    }
    return wanted instanceof Is<T> is
        ? is.wanted().stream().mapToLong(number).mapToObj(Bounds::exactly).toList()
        : List.of();
  }

  private static Bounds exactly(long number) {
    return new Bounds(number, number);
  }

  boolean holds(long number) {
    return least <= number && number <= most;
  }
}
