package org.relaycheck.landscape;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.input.ObservedInputs;
import org.relaycheck.state.Address;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Settings;
import org.relaycheck.value.Raw;

/** A receive connector of EX01 that was read, made setting by setting. */
public final class ReadConnector {

  private static final Catalogue TABLE = ReceiveConnectorRows.CATALOGUE;
  private static final Map<String, String> EXCHANGE_2019 =
      Map.of("ExchangeVersion", "Version 15.2 (Build 1544.9)", "ServerRole", "Mailbox");

  private final String name;
  private final Map<Property<?>, Raw> given = new HashMap<>();

  private ReadConnector(String name) {
    this.name = name;
  }

  public static ReadConnector named(String name) {
    return new ReadConnector(name);
  }

  /** A setting with its elements; none for an empty one. */
  public ReadConnector with(Property<?> row, String... elements) {
    given.put(row, Raw.items(List.of(elements)));
    return this;
  }

  public ReadConnector unread(Property<?> row) {
    given.put(row, new Raw.Unread("access denied"));
    return this;
  }

  /** The only connector of a server of Exchange 2019. */
  public Connector read() {
    return landscape(List.of(this), EXCHANGE_2019).connectors().get(0);
  }

  private ServerResource on(Server server) {
    Settings.Builder settings = new Settings.Layout(TABLE.rows()).builder();
    given.forEach((row, raw) -> put(settings, row, raw));
    Observed observed =
        new Observed(
            new Address(TABLE.kind(), "EX01", name),
            settings.build(),
            Map.of(),
            LastChange.unknown());
    return ServerResource.of(
        server, observed.address(), new ObservedInputs(observed), Optional.empty());
  }

  private static <T> void put(Settings.Builder settings, Property<T> row, Raw raw) {
    settings.put(row, new Reading<>(row.read(raw), raw));
  }

  /** A server of Exchange 2019 that has these connectors and lists them all. */
  public static Landscape landscape(List<ReadConnector> connectors) {
    return landscape(connectors, EXCHANGE_2019);
  }

  public static Landscape landscape(List<ReadConnector> connectors, Map<String, String> facts) {
    return new Landscape(
        List.of(
            Server.read(
                "EX01",
                SiteKnowledge.unknown(LocalDate.of(2026, 11, 24)),
                facts,
                server -> {
                  List<ServerResource> all =
                      connectors.stream().map(one -> one.on(server)).toList();
                  return Map.of(
                      TABLE.kind(), new KindResources(all, all, List.of(), Optional.empty()));
                })));
  }
}
