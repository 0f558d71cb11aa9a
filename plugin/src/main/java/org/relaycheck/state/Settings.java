package org.relaycheck.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relaycheck.catalogue.Property;

/** The readings of one resource: a map from rows to readings that keeps their types in step. */
public final class Settings {

  private final Layout layout;
  private final @Nullable Reading<?>[] readings;

  private Settings(Layout layout, @Nullable Reading<?>[] readings) {
    this.layout = layout;
    this.readings = readings;
  }

  /** The reading of a row; empty if the answer does not mention it. */
  @SuppressWarnings("unchecked") // put() takes only a row with a reading of its own type
  public <T> Optional<Reading<T>> get(Property<T> row) {
    Integer slot = layout.slots.get(row);
    return slot == null ? Optional.empty() : Optional.ofNullable((Reading<T>) readings[slot]);
  }

  /** A place for each row of a table, shared by all its resources: there may be 100 000. */
  public static final class Layout {

    private final Map<Property<?>, Integer> slots = new HashMap<>();

    public Layout(List<Property<?>> rows) {
      rows.forEach(row -> slots.put(row, slots.size()));
    }

    public Builder builder() {
      return new Builder(this);
    }
  }

  /** Settings that are being gathered. */
  public static final class Builder {

    private final Layout layout;
    private final @Nullable Reading<?>[] readings;

    private Builder(Layout layout) {
      this.layout = layout;
      this.readings = new Reading<?>[layout.slots.size()];
    }

    /** Takes a reading of a row of the layout's table. */
    public <T> Builder put(Property<T> row, Reading<T> reading) {
      Integer slot = layout.slots.get(row);
      if (slot == null) {
        throw new IllegalArgumentException(row + " is not a row of this table");
      }
      readings[slot] = reading;
      return this;
    }

    /** The reading of a row so far. */
    @SuppressWarnings("unchecked") // put() takes only a row with a reading of its own type
    public <T> Optional<Reading<T>> get(Property<T> row) {
      Integer slot = layout.slots.get(row);
      return slot == null ? Optional.empty() : Optional.ofNullable((Reading<T>) readings[slot]);
    }

    public Settings build() {
      return new Settings(layout, Arrays.copyOf(readings, readings.length));
    }
  }
}
