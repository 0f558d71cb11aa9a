package org.relaycheck.state.expectation;

import java.util.Optional;
import org.relaycheck.value.Seen;
import org.relaycheck.value.ValueType;

/**
 * Exactly this value, or nothing.
 *
 * @param wanted empty for nothing
 * @param <T> the setting's values
 */
public record IsExactly<T>(Optional<T> wanted) implements Expectation<T> {

  @Override
  public boolean accepts(Seen<T> seen) {
    return seen.known().equals(wanted);
  }

  @Override
  public Fix<T> fix(Seen<T> seen) {
    return wanted.<Fix<T>>map(Fix.Write::new).orElseGet(Fix.Clear::new);
  }

  @Override
  public String show(ValueType<T> type) {
    return Expectation.show(wanted, type);
  }
}
