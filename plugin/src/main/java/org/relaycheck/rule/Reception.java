package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.resource.receiveconnectors.Answering;
import org.relaycheck.resource.receiveconnectors.Contact;
import org.relaycheck.resource.receiveconnectors.Listener;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Binding;
import org.relaycheck.value.Members;
import org.relaycheck.value.Types;

/** The receive connectors of one server, asked who answers; each contact is worked out once. */
final class Reception {

  /**
   * What came of a contact.
   *
   * @param answering who answers
   * @param found the connector that does, if one does
   */
  record Answer(Answering answering, Optional<Resource> found) {

    /** The connector that answers; empty if none does. */
    Optional<Resource> connector() throws NotKnown {
      if (answering instanceof Answering.Untold untold) {
        throw new NotKnown(
            new Lack(
                "which connector answers cannot be told: " + untold.why(),
                "read the connectors as a whole, and let one range hold the other"));
      }
      return found;
    }
  }

  private static final Members<AddressSet> ADDRESSES = Types.ADDRESS_SET.members().orElseThrow();
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::");

  private final Server server;
  private final Map<Contact, Answer> answers = new HashMap<>();
  private final Map<Contact, Intent> intents = new HashMap<>();
  private final List<Listener> listeners = new ArrayList<>();

  Reception(Server server) {
    this.server = server;
  }

  /** Who is meant to answer. */
  Intent intent(Contact contact) {
    return intents.computeIfAbsent(contact, one -> Intent.of(server, one));
  }

  Answer of(Contact contact) throws NotKnown {
    Answer known = answers.get(contact);
    if (known == null) {
      known = answer(contact);
      answers.put(contact, known);
    }
    return known;
  }

  private Answer answer(Contact contact) throws NotKnown {
    List<Resource> connectors = server.all(ReceiveConnectorRows.CATALOGUE);
    if (listeners.isEmpty()) {
      connectors.forEach(connector -> listeners.add(listener(connector)));
    }
    Answering answering = Answering.of(concerned(listeners, contact), contact);
    Optional<Resource> found =
        connectors.stream()
            .filter(
                one -> answering instanceof Answering.By by && by.connector().equals(one.name()))
            .findFirst();
    return new Answer(answering, found);
  }

  /**
   * Without those that certainly serve others and listen on every address, as nearly all do of a
   * hundred connectors: they can neither answer nor stand in the way of one that does.
   */
  static List<Listener> concerned(List<Listener> listeners, Contact contact) {
    return listeners.stream().filter(one -> !listensForOthers(one, contact)).toList();
  }

  private static boolean listensForOthers(Listener one, Contact contact) {
    return one.ranges().known().filter(all -> ADDRESSES.disjoint(all, contact.source())).isPresent()
        && one.bindings().known().filter(Reception::everywhere).isPresent();
  }

  private static boolean everywhere(Set<Binding> bindings) {
    return bindings.stream().allMatch(one -> EVERY_ADDRESS.contains(one.address()));
  }

  private static Listener listener(Resource connector) {
    return new Listener(
        connector.name(),
        connector.seen(ReceiveConnectorRows.ENABLED),
        connector.seen(ReceiveConnectorRows.BINDINGS),
        connector.seen(ReceiveConnectorRows.REMOTE_IP_RANGES),
        connector.seen(ReceiveConnectorRows.TRANSPORT_ROLE));
  }
}
