package org.relaycheck.state.expectation;

import java.util.Comparator;
import java.util.Optional;
import org.relaycheck.value.Seen;
import org.relaycheck.value.ValueType;

/**
 * A value between bounds, both included; nothing is outside.
 *
 * @param least empty for no lower bound
 * @param most empty for no upper bound
 * @param order the order of the values
 * @param <T> the setting's values
 */
public record WithinBounds<T>(Optional<T> least, Optional<T> most, Comparator<T> order)
    implements Expectation<T> {

  @Override
  public boolean accepts(Seen<T> seen) {
    return seen.known().filter(value -> !below(value) && !above(value)).isPresent();
  }

  private boolean below(T value) {
    return least.filter(bound -> order.compare(value, bound) < 0).isPresent();
  }

  private boolean above(T value) {
    return most.filter(bound -> order.compare(value, bound) > 0).isPresent();
  }

  @Override
  public Fix<T> fix(Seen<T> seen) {
    Optional<T> bound = seen.known().flatMap(value -> below(value) ? least : most);
    return bound
        .<Fix<T>>map(Fix.Write::new)
        .orElseGet(() -> new Fix.ByHand<>("it is empty; state the value to write as 'set'"));
  }

  @Override
  public String show(ValueType<T> type) {
    if (least.isPresent() && most.isPresent()) {
      return "between " + type.show(least.get()) + " and " + type.show(most.get());
    }
    return least
        .map(bound -> "at least " + type.show(bound))
        .orElseGet(() -> "at most " + Expectation.show(most, type));
  }
}
