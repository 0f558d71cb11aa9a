package org.relaycheck.state.expectation;

import java.util.Optional;
import org.relaycheck.value.Seen;
import org.relaycheck.value.ValueType;

/**
 * An expectation with the value that is to be written when it is not met.
 *
 * @param expected what is compared
 * @param set what is written, which the expectation accepts; empty for nothing
 * @param <T> the setting's values
 */
public record PreferringValue<T>(Expectation<T> expected, Optional<T> set)
    implements Expectation<T> {

  @Override
  public boolean accepts(Seen<T> seen) {
    return expected.accepts(seen);
  }

  @Override
  public Fix<T> fix(Seen<T> seen) {
    return set.<Fix<T>>map(Fix.Write::new).orElseGet(Fix.Clear::new);
  }

  @Override
  public String show(ValueType<T> type) {
    return expected.show(type);
  }
}
