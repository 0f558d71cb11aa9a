package org.relaycheck.state;

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
public record Preferring<T>(Expectation<T> expected, Optional<T> set) implements Expectation<T> {

  @Override
  public boolean accepts(Seen<T> seen) {
    return expected.accepts(seen);
  }

  @Override
  public Mend<T> mend(Seen<T> seen) {
    return set.<Mend<T>>map(Mend.Write::new).orElseGet(Mend.Clear::new);
  }

  @Override
  public String show(ValueType<T> type) {
    return expected.show(type);
  }
}
