package org.relaycheck.catalogue;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.ValueType;

/**
 * A row: everything that is known about one setting.
 *
 * @param name the system's exact spelling
 * @param type the shape of its values
 * @param allowed the values that the system accepts
 * @param facts defaults, versions, reasons
 * @param binding how it is set
 * @param <T> its values
 */
public record Property<T>(
    String name, ValueType<T> type, Range<T> allowed, SettingFacts<T> facts, Binding binding) {

  /** The order of the values, where a zero that means "no limit" is above all. */
  public Optional<Comparator<T>> order() {
    if (!facts.has(SettingTrait.ZERO_IS_NO_LIMIT)) {
      return type.order();
    }
    Predicate<T> zero = Predicate.isEqual(type.read(Raw.text("0")).known().orElseThrow());
    return type.order()
        .map(order -> Comparator.<T, Boolean>comparing(zero::test).thenComparing(order));
  }

  /** Reads a value, live or stated. */
  public Seen<T> read(Raw raw) {
    return type.read(raw);
  }

  /** The value as a person writes it; empty for nothing or for what was not understood. */
  public Optional<String> show(Seen<T> seen) {
    return seen.known().map(type::show);
  }

  /** Whether only {@code where} of a baseline may name it. */
  public boolean onlyForWhere() {
    return facts.has(SettingTrait.WHERE_ONLY);
  }

  /** Rows are one of a kind. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
