package org.relaycheck.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The table of one kind of resource.
 *
 * @param kind the key of the kind in a policy, such as {@code receiveConnectors}
 * @param noun one resource in words, such as "receive connector"
 * @param product the system it belongs to
 * @param rows the settings, in the order people list them
 * @param refused names that a policy may not state, each with the reason
 */
public record Catalogue(
    String kind,
    String noun,
    Product product,
    List<Property<?>> rows,
    Map<String, String> refused) {

  public Catalogue {
    rows = List.copyOf(rows);
    refused = Map.copyOf(refused);
  }

  /** The row of exactly this name. */
  public Optional<Property<?>> row(String name) {
    return rows.stream()
        .<Property<?>>map(row -> row)
        .filter(row -> row.name().equals(name))
        .findFirst();
  }

  /** Rows by upper-case name, for answers, whose case is the system's own affair. */
  public Map<String, Property<?>> byName() {
    Map<String, Property<?>> map = new LinkedHashMap<>();
    rows.forEach(row -> map.put(row.name().toUpperCase(Locale.ROOT), row));
    return map;
  }

  /**
   * Whether every server has at least one: setup makes connectors, so an Exchange server that shows
   * none was not really read.
   */
  public boolean neverEmpty() {
    return product == Product.EXCHANGE;
  }

  /** The noun in the plural, for summaries. */
  public String plural() {
    return noun + "s";
  }
}
