package org.relaycheck.landscape;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Binding;
import org.relaycheck.value.Members;
import org.relaycheck.value.Types;

/**
 * The receive connectors of one server that are known, asked who answers and who is meant to; each
 * contact is worked out once.
 */
final class Reception {

  private static final Members<AddressSet> ADDRESSES = Types.ADDRESS_SET.members().orElseThrow();
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::");

  private final List<MeantConnector> plans;

  /** Each with the ranges that it serves if it listens on every address, as nearly all do. */
  private final Map<Connector, Optional<AddressSet>> connectors = new LinkedHashMap<>();

  private final Map<Contact, Answering> answers = new HashMap<>();
  private final Map<Contact, Intent> intents = new HashMap<>();

  Reception(Server server) {
    this.plans = MeantConnector.of(server);
    for (Connector connector : server.connectors()) {
      connectors.put(
          connector,
          connector.known(REMOTE_IP_RANGES).value().filter(ranges -> isEverywhere(connector)));
    }
  }

  private static boolean isEverywhere(Connector connector) {
    Set<Binding> bindings = connector.known(BINDINGS).value().orElse(Set.of());
    return !bindings.isEmpty()
        && bindings.stream().allMatch(one -> EVERY_ADDRESS.contains(one.address()));
  }

  /** Who is meant to answer. */
  Intent intent(Contact contact) {
    return intents.computeIfAbsent(contact, one -> Intent.of(plans, one));
  }

  /** Who answers, or why nobody does. */
  Answering of(Contact contact) {
    return answers.computeIfAbsent(contact, one -> Answering.of(concerned(one), one));
  }

  /**
   * Those that serve others and listen on every address are left out: they can neither answer nor
   * stand in the way of one that does, and of a hundred connectors nearly all are so.
   */
  private List<Connector> concerned(Contact contact) {
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
