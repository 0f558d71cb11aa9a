package org.relaycheck.catalogue;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The values that a system accepts for a setting.
 *
 * @param allows whether it accepts one
 * @param words the limits in words, to follow "is not"; empty if everything is accepted
 * @param least the lowest value, where values have an order
 * @param most the highest
 * @param <T> the values
 */
public record Range<T>(
    Predicate<T> allows, Optional<String> words, Optional<T> least, Optional<T> most) {

  /** Everything is accepted. */
  public static <T> Range<T> any() {
    return new Range<>(value -> true, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Accepts from the least to the most, both included, by an order. */
  public static <T> Range<T> between(T least, T most, Comparator<T> order, String words) {
    Predicate<T> within =
        value -> order.compare(value, least) >= 0 && order.compare(value, most) <= 0;
    return new Range<>(within, Optional.of(words), Optional.of(least), Optional.of(most));
  }

  /** Accepts what a test accepts. */
  public static <T> Range<T> where(Predicate<T> allows, String words) {
    return new Range<>(allows, Optional.of(words), Optional.empty(), Optional.empty());
  }
}
