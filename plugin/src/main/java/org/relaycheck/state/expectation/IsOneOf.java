package org.relaycheck.state.expectation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.value.Seen;
import org.relaycheck.value.ValueType;

/**
 * Any of several values, one of which may be nothing.
 *
 * @param wanted an empty one stands for nothing
 * @param <T> the setting's values
 */
public record IsOneOf<T>(List<Optional<T>> wanted) implements Expectation<T> {

  public IsOneOf {
    wanted = List.copyOf(wanted);
  }

  @Override
  public boolean accepts(Seen<T> seen) {
    return wanted.contains(seen.known());
  }

  @Override
  public Fix<T> fix(Seen<T> seen) {
    return new Fix.ByHand<>("several values would do; state the one to write as 'set'");
  }

  @Override
  public String show(ValueType<T> type) {
    return wanted.stream()
        .map(value -> Expectation.show(value, type))
        .collect(Collectors.joining(" or "));
  }
}
