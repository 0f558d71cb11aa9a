package org.relaycheck.live;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Address;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Settings;
import org.relaycheck.value.Raw;

/** A catalogue at work: turns untyped resources of its kind into readings. */
final class Table {

  private final Catalogue catalogue;
  private final Map<String, Property<?>> rows;
  private final Settings.Layout layout;
  private final Readings readings;

  Table(Catalogue catalogue, Readings readings) {
    this.catalogue = catalogue;
    this.rows = catalogue.byName();
    this.layout = new Settings.Layout(catalogue.rows());
    this.readings = readings;
  }

  /** Reads a resource of a host; values that no row knows are dropped. */
  Observed read(Item item, String host) {
    Map<Property<?>, Raw> values = new HashMap<>();
    item.values()
        .forEach(
            (name, raw) -> {
              Property<?> row = rows.get(name.toUpperCase(Locale.ROOT));
              if (row != null) {
                values.put(row, raw);
              }
            });
    for (Property<?> row : catalogue.rows()) {
      if (row.binding() instanceof Binding.Computed computed) {
        values.put(
            row, computed.from().apply(other -> values.getOrDefault(other, unmentioned(other))));
      }
    }
    return observed(item, host, values);
  }

  private static Raw unmentioned(Property<?> row) {
    return new Raw.Unread("the answer does not mention " + row);
  }

  private Observed observed(Item item, String host, Map<Property<?>, Raw> values) {
    Settings.Builder settings = layout.builder();
    Map<Property<?>, String> unread = new HashMap<>();
    values.forEach(
        (row, raw) -> {
          if (raw instanceof Raw.Unread why) {
            unread.put(row, why.why());
          } else {
            put(settings, row, raw);
          }
        });
    Address address = new Address(item.kind(), host, item.name());
    return new Observed(address, settings.build(), unread, item.change());
  }

  private <T> void put(Settings.Builder settings, Property<T> row, Raw raw) {
    settings.put(row, readings.of(row, raw));
  }
}
