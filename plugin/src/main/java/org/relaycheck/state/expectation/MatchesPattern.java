package org.relaycheck.state.expectation;

import java.util.function.Predicate;
import org.relaycheck.value.Seen;
import org.relaycheck.value.ValueType;

/**
 * Text that matches a regular expression as a whole; nothing matches none.
 *
 * @param regex as it was stated
 * @param test what it means for a value
 * @param <T> the setting's values
 */
public record MatchesPattern<T>(String regex, Predicate<T> test) implements Expectation<T> {

  @Override
  public boolean accepts(Seen<T> seen) {
    return seen.known().filter(test).isPresent();
  }

  @Override
  public Fix<T> fix(Seen<T> seen) {
    return new Fix.ByHand<>("a pattern is not a value; state the one to write as 'set'");
  }

  @Override
  public String show(ValueType<T> type) {
    return "matching " + regex;
  }
}
