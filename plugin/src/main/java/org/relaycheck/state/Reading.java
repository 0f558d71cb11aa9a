package org.relaycheck.state;

import org.relaycheck.catalogue.Property;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;

/**
 * A setting as it was found.
 *
 * @param seen what it means
 * @param raw how it was spelled, which is what a guard compares
 * @param <T> the setting's values
 */
public record Reading<T>(Seen<T> seen, Raw raw) {

  /** Reads a value by its row. */
  public static <T> Reading<T> of(Property<T> row, Raw raw) {
    return new Reading<>(row.read(raw), raw);
  }
}
