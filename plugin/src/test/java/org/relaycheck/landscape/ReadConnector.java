package org.relaycheck.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Address;
import org.relaycheck.state.Change;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Settings;
import org.relaycheck.value.Raw;

/** A receive connector of EX01 that was read, made setting by setting. */
final class Connector {

  private static final Catalogue TABLE = ReceiveConnectorRows.CATALOGUE;

  private final String name;
  private final Map<Property<?>, Raw> given = new HashMap<>();

  private Connector(String name) {
    this.name = name;
  }

  static Connector named(String name) {
    return new Connector(name);
  }

  /** A setting with its elements; none for an empty one. */
  Connector with(Property<?> row, String... elements) {
    given.put(row, Raw.items(List.of(elements)));
    return this;
  }

  Connector unread(Property<?> row) {
    given.put(row, new Raw.Unread("access denied"));
    return this;
  }

  Resource read() {
    Settings.Builder settings = new Settings.Layout(TABLE.rows()).builder();
    given.forEach((row, raw) -> put(settings, row, raw));
    Observed observed =
        new Observed(
            new Address(TABLE.kind(), "EX01", name), settings.build(), Map.of(), Change.untold());
    return new Resource(observed.address(), new ObservedInputs(observed), Optional.empty());
  }

  private static <T> void put(Settings.Builder settings, Property<T> row, Raw raw) {
    settings.put(row, new Reading<>(row.read(raw), raw));
  }

  /** A server of Exchange 2019 that has these connectors and lists them all. */
  static World world(List<Resource> connectors) {
    return world(
        connectors,
        Map.of("ExchangeVersion", "Version 15.2 (Build 1544.9)", "ServerRole", "Mailbox"));
  }

  static World world(List<Resource> connectors, Map<String, String> facts) {
    Stock stock = new Stock(connectors, connectors, List.of(), Optional.empty());
    return new World(
        List.of(Server.read("EX01", Site.unknown(), facts, Map.of(TABLE.kind(), stock))));
  }
}
