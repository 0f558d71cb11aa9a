package org.relaycheck.probe.expect;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.state.expectation.IsOneOf;
import org.relaycheck.state.expectation.PreferringValue;
import org.relaycheck.state.expectation.WithinBounds;

/**
 * Numbers that an expectation accepts, both ends included.
 *
 * @param least the lowest
 * @param most the highest; {@link Long#MAX_VALUE} for no bound
 */
record AcceptedBounds(long least, long most) {

  static final long NO_BOUND = Long.MAX_VALUE;

  /** All that an expectation accepts; none if it does not speak of numbers one by one. */
  static <T> List<AcceptedBounds> of(Expectation<T> wanted, ToLongFunction<T> number) {
    if (wanted instanceof PreferringValue<T> preferring) {
      return of(preferring.expected(), number);
    }
    if (wanted instanceof WithinBounds<T> within) {
      return List.of(
          new AcceptedBounds(
              within.least().map(number::applyAsLong).orElse(0L),
              within.most().map(number::applyAsLong).orElse(NO_BOUND)));
    }
    if (wanted instanceof IsOneOf<T> oneOf) {
      return oneOf.wanted().stream()
          .flatMap(Optional::stream)
          .mapToLong(number)
          .mapToObj(AcceptedBounds::exactly)
          .toList();
    }
    return wanted instanceof IsExactly<T> is
        ? is.wanted().stream().mapToLong(number).mapToObj(AcceptedBounds::exactly).toList()
        : List.of();
  }

  private static AcceptedBounds exactly(long number) {
    return new AcceptedBounds(number, number);
  }

  boolean holds(long number) {
    return least <= number && number <= most;
  }
}
