package org.relaycheck.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Reading;
import org.relaycheck.value.Raw;

/**
 * Readings by row and raw text, each made once: a fleet of 10 000 connectors has few different
 * values, and a reading is far larger than a reference to it.
 */
final class ReadingCache {

  /** Beyond this a row's values are not worth keeping, as descriptions are. */
  private static final int MOST_VALUES = 4096;

  private final Map<Property<?>, Map<Raw, Reading<?>>> known = new ConcurrentHashMap<>();

  /** The reading of a value by its row. */
  @SuppressWarnings("unchecked") // a row's map holds only readings made by that row
  <T> Reading<T> of(Property<T> row, Raw raw) {
    Map<Raw, Reading<?>> values = known.computeIfAbsent(row, r -> new ConcurrentHashMap<>());
    Reading<?> made = values.get(raw);
    if (made == null) {
      made = Reading.of(row, raw);
      if (values.size() < MOST_VALUES) {
        values.put(raw, made);
      }
    }
    return (Reading<T>) made;
  }
}
