package org.relaycheck.state.expectation;

import java.util.Optional;
import org.relaycheck.value.Seen;
import org.relaycheck.value.ValueType;

/**
 * Anything but this value, or but nothing.
 *
 * @param unwanted empty for nothing
 * @param <T> the setting's values
 */
public record IsNot<T>(Optional<T> unwanted) implements Expectation<T> {

  @Override
  public boolean accepts(Seen<T> seen) {
    return !seen.known().equals(unwanted);
  }

  @Override
  public Fix<T> fix(Seen<T> seen) {
    return new Fix.ByHand<>("any other value would do; state the one to write as 'set'");
  }

  @Override
  public String show(ValueType<T> type) {
    return "not " + Expectation.show(unwanted, type);
  }
}
