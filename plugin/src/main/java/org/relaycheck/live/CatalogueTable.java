package org.relaycheck.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Address;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Settings;
import org.relaycheck.value.Raw;

/** A catalogue at work: turns untyped resources of its kind into readings. */
final class CatalogueTable {

  private final List<Property<?>> computed;
  private final Map<String, Property<?>> exact = new HashMap<>();
  private final Map<String, Property<?>> folded;
  private final Settings.Layout layout;
  private final ReadingCache readings;

  CatalogueTable(Catalogue catalogue, ReadingCache readings) {
    this.computed =
        catalogue.rows().stream()
            .<Property<?>>map(row -> row)
            .filter(row -> row.binding() instanceof Binding.Computed)
            .toList();
    this.folded = catalogue.byName();
    catalogue.rows().forEach(row -> exact.put(row.name(), row));
    this.layout = new Settings.Layout(catalogue.rows());
    this.readings = readings;
  }

  /**
   * A row of which an item has two values, by names that differ in case; empty if there is none.
   */
  Optional<String> doubled(AnswerItem item) {
    Set<Property<?>> found = new HashSet<>();
    return item.values().keySet().stream()
        .sorted()
        .filter(
            name -> {
              Property<?> row = known(name);
              return row != null && !found.add(row);
            })
        .findFirst();
  }

  /** Reads a resource of a host; values that no row knows are dropped. */
  Observed read(AnswerItem item, String host) {
    ReadingBuilder gathered = new ReadingBuilder(layout.builder(), readings);
    item.values().forEach((name, raw) -> put(known(name), raw, gathered));
    for (Property<?> row : computed) {
      if (row.binding() instanceof Binding.Computed made) {
        gathered.put(row, made.from().apply(gathered));
      }
    }
    return gathered.at(new Address(item.kind(), host, item.name()), item);
  }

  /** What an answer gives under the name of a computed row is not what that row means. */
  private static void put(@Nullable Property<?> row, Raw raw, ReadingBuilder gathered) {
    if (row != null && !(row.binding() instanceof Binding.Computed)) {
      gathered.put(row, raw);
    }
  }

  /** Nearly every name is spelled as its row is, and folding it costs more than the look-up. */
  private @Nullable Property<?> known(String name) {
    Property<?> row = exact.get(name);
    return row == null ? folded.get(name.toUpperCase(Locale.ROOT)) : row;
  }
}
