package org.relaycheck.live;

import java.util.HashMap;
import java.util.Map;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Address;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Settings;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;

/** The values of one resource as they are gathered. */
final class ReadingBuilder implements Binding.Others {

  private final Settings.Builder settings;
  private final ReadingCache readings;
  private final Map<Property<?>, String> unread = new HashMap<>();

  ReadingBuilder(Settings.Builder settings, ReadingCache readings) {
    this.settings = settings;
    this.readings = readings;
  }

  /** Takes the one value of a row. */
  <T> void put(Property<T> row, Raw raw) {
    if (raw instanceof Raw.Unread why) {
      unread.put(row, why.why());
    } else {
      settings.put(row, readings.of(row, raw));
    }
  }

  @Override
  public Raw raw(Property<?> row) {
    return settings.get(row).map(Reading::raw).orElseGet(() -> new Raw.Unread(why(row)));
  }

  @Override
  public <T> Seen<T> seen(Property<T> row) {
    return settings.get(row).map(Reading::seen).orElseGet(() -> Seen.notUnderstood(why(row)));
  }

  private String why(Property<?> row) {
    return unread.getOrDefault(row, "the answer does not mention " + row);
  }

  Observed at(Address address, AnswerItem item) {
    return new Observed(address, settings.build(), unread, item.change());
  }
}
