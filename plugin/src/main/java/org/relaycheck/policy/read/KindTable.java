package org.relaycheck.policy.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Address;

/** The rows of a kind, found quickly by name and by number. */
public final class KindTable {

  private final Catalogue catalogue;
  private final Map<String, Property<?>> byName = new HashMap<>();
  private final Map<Property<?>, Integer> slots = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();

  public KindTable(Catalogue catalogue) {
    this.catalogue = catalogue;
    for (Property<?> row : catalogue.rows()) {
      byName.put(row.name(), row);
      slots.put(row, slots.size());
    }
    catalogue.refused().forEach((name, why) -> refused.put(Address.folded(name), why));
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public String kind() {
    return catalogue.kind();
  }

  public int size() {
    return slots.size();
  }

  /** The row's number, from 0, in the order of the catalogue. */
  int slot(Property<?> row) {
    Integer slot = slots.get(row);
    if (slot == null) {
      throw new IllegalArgumentException(row + " is no row of " + kind());
    }
    return slot;
  }

  Optional<Property<?>> row(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Why a policy may not state a name, in whatever case. */
  Optional<String> refusal(String name) {
    return Optional.ofNullable(refused.get(Address.folded(name)));
  }

  /** A mapping of settings, for messages. */
  String example() {
    return catalogue.rows().stream().findFirst().map(row -> "{" + row + ": ...}").orElse("{}");
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
