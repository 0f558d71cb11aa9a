package org.relaycheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.relaycheck.catalogue.Property;
import org.relaycheck.resource.receiveconnectors.Answering;
import org.relaycheck.resource.receiveconnectors.Contact;
import org.relaycheck.resource.receiveconnectors.Listener;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Address;
import org.relaycheck.state.Change;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Settings;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Generators;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;

class ReceptionTest {

  private static final int SERVERS = 3000;
  private static final Settings.Layout LAYOUT =
      new Settings.Layout(ReceiveConnectorRows.CATALOGUE.rows());
  private static final List<String> RANGES =
      List.of("10.0.4.11", "10.0.4.0/28", "10.0.4.0/24", "0.0.0.0-255.255.255.255", "10.9.0.0/16");
  private static final List<String> BINDINGS =
      List.of("0.0.0.0:25", "[::]:25", "10.0.0.5:25", "0.0.0.0:2525", "0.0.0.0:25, [::]:25");

  /** Most connectors of a server are left out before it is asked who answers. */
  @Test
  void who_is_left_out_changes_nothing() {
    int told = 0;
    for (long seed = 0; seed < SERVERS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Resource> connectors = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        connectors.add(connector("Relay " + i, random));
      }
      Contact contact = contact(random);

      Answering answer = answer(connectors, contact);

      List<Listener> all = connectors.stream().map(Reception::listener).toList();
      assertThat(answer).as("seed %d: %s", seed, all).isEqualTo(Answering.of(all, contact));
      told += answer instanceof Answering.By ? 1 : 0;
    }
    assertThat(told).isGreaterThan(SERVERS / 10);
  }

  private static Answering answer(List<Resource> all, Contact contact) {
    Stock stock = new Stock(all, all, List.of(), Optional.empty());
    String kind = ReceiveConnectorRows.CATALOGUE.kind();
    Server server = Server.read("EX01", Site.unknown(), Map.of(), Map.of(kind, stock));
    try {
      return new Reception(server).of(contact).answering();
    } catch (NotKnown impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Contact contact(SplittableRandom random) {
    Optional<AddressSet> local =
        random.nextBoolean() ? Optional.of(addresses("10.0.0.5")) : Optional.empty();
    return new Contact(addresses("10.0.4.11"), local, 25);
  }

  private static AddressSet addresses(String text) {
    return Types.ADDRESS_SET.read(Raw.text(text)).known().orElseThrow();
  }

  private static Resource connector(String name, SplittableRandom random) {
    Settings.Builder settings = LAYOUT.builder();
    String enabled = random.nextInt(8) == 0 ? "false" : "true";
    put(settings, ReceiveConnectorRows.ENABLED, enabled, random);
    put(settings, ReceiveConnectorRows.BINDINGS, Generators.pick(BINDINGS, random), random);
    put(settings, ReceiveConnectorRows.REMOTE_IP_RANGES, Generators.pick(RANGES, random), random);
    String role = random.nextInt(5) == 0 ? "HubTransport" : "FrontendTransport";
    put(settings, ReceiveConnectorRows.TRANSPORT_ROLE, role, random);
    Address address = new Address(ReceiveConnectorRows.CATALOGUE.kind(), "EX01", name);
    Observed found = new Observed(address, settings.build(), Map.of(), Change.untold());
    return new Resource(address, new ObservedInputs(found), Optional.empty());
  }

  /** One in twenty is not read. */
  private static <T> void put(
      Settings.Builder settings, Property<T> row, String text, SplittableRandom random) {
    if (random.nextInt(20) > 0) {
      settings.put(row, Reading.of(row, Raw.text(text)));
    }
  }
}
