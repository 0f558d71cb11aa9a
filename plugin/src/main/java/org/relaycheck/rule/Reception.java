package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.resource.receiveconnectors.Answering;
import org.relaycheck.resource.receiveconnectors.Contact;
import org.relaycheck.resource.receiveconnectors.Listener;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

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

  private final Server server;
  private final Map<Contact, Answer> answers = new HashMap<>();
  private final List<Listener> listeners = new ArrayList<>();

  Reception(Server server) {
    this.server = server;
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
    Answering answering = Answering.of(listeners, contact);
    Optional<Resource> found =
        connectors.stream()
            .filter(
                one -> answering instanceof Answering.By by && by.connector().equals(one.name()))
            .findFirst();
    return new Answer(answering, found);
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
