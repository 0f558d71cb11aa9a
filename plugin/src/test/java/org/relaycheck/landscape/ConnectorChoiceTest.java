package org.relaycheck.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.value.Generators;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;

class ConnectorChoiceTest {

  private static final int SERVERS = 3000;
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
      List<ReadConnector> connectors = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        connectors.add(connector("Relay " + i, random));
      }
      CallingClient contact = contact(random);

      Server server = ReadConnector.landscape(connectors).servers().get(0);

      AnsweringOrder answer = answer(server, contact);

      List<Connector> all = server.connectors();
      assertThat(answer).as("seed %d: %s", seed, all).isEqualTo(AnsweringOrder.of(all, contact));
      told += answer instanceof AnsweringOrder.By ? 1 : 0;
    }
    assertThat(told).isGreaterThan(SERVERS / 10);
  }

  private static AnsweringOrder answer(Server server, CallingClient contact) {
    try {
      return server.answer(contact);
    } catch (NotKnownException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static CallingClient contact(SplittableRandom random) {
    Optional<AddressSet> local =
        random.nextBoolean() ? Optional.of(addresses("10.0.0.5")) : Optional.empty();
    return new CallingClient(addresses("10.0.4.11"), local, 25);
  }

  private static AddressSet addresses(String text) {
    return Types.ADDRESS_SET.read(Raw.text(text)).known().orElseThrow();
  }

  private static ReadConnector connector(String name, SplittableRandom random) {
    ReadConnector connector = ReadConnector.named(name);
    String enabled = random.nextInt(8) == 0 ? "false" : "true";
    put(connector, ReceiveConnectorRows.ENABLED, enabled, random);
    put(connector, ReceiveConnectorRows.BINDINGS, Generators.pick(BINDINGS, random), random);
    put(connector, ReceiveConnectorRows.REMOTE_IP_RANGES, Generators.pick(RANGES, random), random);
    String role = random.nextInt(5) == 0 ? "HubTransport" : "FrontendTransport";
    put(connector, ReceiveConnectorRows.TRANSPORT_ROLE, role, random);
    return connector;
  }

  /** One in twenty is not read. */
  private static void put(
      ReadConnector connector, Property<?> row, String text, SplittableRandom random) {
    if (random.nextInt(20) > 0) {
      connector.with(row, text.split(", "));
    }
  }
}
