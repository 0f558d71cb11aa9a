package org.relaycheck.symptom;

import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.value.Seen;

/**
 * A resource that was found, asked for its values.
 *
 * @param observed as it was found
 */
record Found(Observed observed) {

  /** The value of a setting; empty if it is empty, or not known. */
  <T> Optional<T> known(Property<T> row) {
    return observed.settings().get(row).flatMap(reading -> reading.seen().known());
  }

  /** Whether a setting was read and is empty. */
  boolean isEmpty(Property<?> row) {
    return observed.settings().get(row).filter(Found::nothing).isPresent();
  }

  private static boolean nothing(Reading<?> reading) {
    return reading.seen() instanceof Seen.Nothing<?>;
  }

  /** The setting with its value, as {@code EX10\SQL Relay: TarpitInterval 00:00:05}. */
  <T> String told(Property<T> row) {
    String value = known(row).map(row.type()::show).orElse(isEmpty(row) ? "empty" : "not known");
    return this + ": " + row.name() + " " + value;
  }

  String host() {
    return observed.address().host();
  }

  /** {@code HOST\Name}. */
  @Override
  public String toString() {
    return observed.address().toString();
  }
}
