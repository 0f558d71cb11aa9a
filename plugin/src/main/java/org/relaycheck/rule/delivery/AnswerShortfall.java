package org.relaycheck.rule.delivery;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.landscape.CallingClient;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.value.Types;

/**
 * What keeps a connector from answering, as far as it is known.
 *
 * @param delivery what it is to answer
 * @param connector the connector
 */
record AnswerShortfall(Delivery delivery, ServerResource connector) {

  /** What to set. */
  String wanted() throws NotKnownException {
    CallingClient contact = delivery.contact();
    String source = Types.ADDRESS_SET.show(contact.source());
    List<String> wanted = new ArrayList<>();
    if (connector.seen(ENABLED).known().filter(on -> !on).isPresent()) {
      wanted.add("Enabled true");
    }
    if (connector
        .seen(BINDINGS)
        .known()
        .filter(all -> all.stream().noneMatch(one -> one.port() == contact.port()))
        .isPresent()) {
      wanted.add("port " + contact.port() + " among Bindings");
    }
    if (connector
        .seen(REMOTE_IP_RANGES)
        .known()
        .filter(all -> all.rangeAround(contact.source()).isEmpty())
        .isPresent()) {
      wanted.add(source + " among RemoteIPRanges");
    }
    if (wanted.isEmpty()) {
      wanted.add("the narrowest range around " + source + " in RemoteIPRanges");
    }
    return String.join(", ", wanted) + " of " + connector;
  }
}
