package org.relaycheck.landscape.flow;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PER_SOURCE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TARPIT_INTERVAL;

import java.util.List;
import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.SourceShare;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.landscape.input.NotKnownException;

/**
 * What a connector lets a client do, in a few lines.
 *
 * @param connector the connector
 */
record FlowLimits(Connector connector) {

  List<String> words() {
    return List.of(
        connector.setting(MAX_INBOUND_CONNECTION_PER_SOURCE),
        connector.setting(MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE) + share(),
        connector.setting(TARPIT_INTERVAL),
        told("size ", Known.exactly(() -> connector.sizeCap().words())),
        told("anonymous relay: ", Known.exactly(() -> connector.relay().orElse("no"))));
  }

  /** What the percentage comes to, where it is less than a source is promised. */
  private String share() {
    try {
      SourceShare share = SourceShare.of(connector);
      return share.isKnown() && share.binds() ? ": at most " + share.most() : "";
    } catch (NotKnownException not) {
      return "";
    }
  }

  private static String told(String what, Known<String> known) {
    Optional<String> told = known.value();
    return what + told.orElse("not known");
  }
}
