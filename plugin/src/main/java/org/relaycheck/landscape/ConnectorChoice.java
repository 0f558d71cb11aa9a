package org.relaycheck.landscape;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.value.Members;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.value.address.NetworkBinding;

/**
 * The receive connectors of one server that are known, asked who answers and who is meant to; each
 * contact is worked out once.
 */
final class ConnectorChoice {

  private static final Members<AddressSet> ADDRESSES = Types.ADDRESS_SET.members().orElseThrow();
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::");

  private final List<IntendedConnector> plans;

  /** Each with the ranges that it serves if it listens on every address, as nearly all do. */
  private final Map<Connector, Optional<AddressSet>> connectors = new LinkedHashMap<>();

  private final Map<CallingClient, AnsweringOrder> answers = new HashMap<>();
  private final Map<CallingClient, IntendedConnectors> intents = new HashMap<>();

  ConnectorChoice(Server server) {
    this.plans = IntendedConnector.of(server);
    for (Connector connector : server.connectors()) {
      connectors.put(
          connector,
          connector.known(REMOTE_IP_RANGES).value().filter(ranges -> isEverywhere(connector)));
    }
  }

  private static boolean isEverywhere(Connector connector) {
    Set<NetworkBinding> bindings = connector.known(BINDINGS).value().orElse(Set.of());
    return !bindings.isEmpty()
        && bindings.stream().allMatch(one -> EVERY_ADDRESS.contains(one.address()));
  }

  /** Who is meant to answer. */
  IntendedConnectors intent(CallingClient contact) {
    return intents.computeIfAbsent(contact, one -> IntendedConnectors.of(plans, one));
  }

  /** Who answers, or why nobody does. */
  AnsweringOrder of(CallingClient contact) {
    return answers.computeIfAbsent(contact, one -> AnsweringOrder.of(concerned(one), one));
  }

  /**
   * Those that serve others and listen on every address are left out: they can neither answer nor
   * stand in the way of one that does, and of a hundred connectors nearly all are so.
   */
  private List<Connector> concerned(CallingClient contact) {
    List<Connector> concerned = new ArrayList<>();
    connectors.forEach(
        (connector, ranges) -> {
          if (ranges.filter(all -> ADDRESSES.disjoint(all, contact.source())).isEmpty()) {
            concerned.add(connector);
          }
        });
    return concerned;
  }
}
