package org.relaycheck.state.expectation;

import java.util.Optional;
import org.relaycheck.value.Seen;
import org.relaycheck.value.ValueType;

/**
 * What a policy says about one setting.
 *
 * <p>Law: what {@link #fix} writes, {@link #accepts}.
 *
 * @param <T> the setting's values
 */
public sealed interface Expectation<T>
    permits IsExactly, WithinBounds, IsOneOf, IsNot, MatchesPattern, HasMembers, PreferringValue {

  /** Whether a value or nothing is acceptable; never asked about what was not understood. */
  boolean accepts(Seen<T> seen);

  /** What would make an unacceptable value acceptable. */
  Fix<T> fix(Seen<T> seen);

  /** The expectation in words, such as "at least 100". */
  String show(ValueType<T> type);

  /** A value in words; nothing is "empty". */
  static <T> String show(Optional<T> value, ValueType<T> type) {
    return value.map(type::show).orElse("empty");
  }
}
