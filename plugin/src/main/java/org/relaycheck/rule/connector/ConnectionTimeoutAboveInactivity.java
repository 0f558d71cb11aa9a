package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.CONNECTION_INACTIVITY_TIMEOUT;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.CONNECTION_TIMEOUT;

import java.time.Duration;
import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.value.Types;

/** A session may last longer than it may be idle. */
public final class ConnectionTimeoutAboveInactivity implements ConnectorRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "connection-timeout-above-inactivity",
          "ConnectionTimeout is longer than ConnectionInactivityTimeout",
          new RuleFacts.Grounds(
              "ConnectionTimeout ends a session even while it transmits. If it is not the longer of"
                  + " the two, a busy sender is cut off in the middle of a mail, and the other"
                  + " setting never acts.",
              "Raise ConnectionTimeout, or lower ConnectionInactivityTimeout; set both in one"
                  + " command.",
              "Set-ReceiveConnector reference: ConnectionTimeout must be greater than"
                  + " ConnectionInactivityTimeout"),
          CONNECTION_TIMEOUT,
          CONNECTION_INACTIVITY_TIMEOUT);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Duration session = connector.most(CONNECTION_TIMEOUT);
    Duration idle = connector.least(CONNECTION_INACTIVITY_TIMEOUT);
    return session.compareTo(idle) > 0
        ? Optional.empty()
        : RuleBreach.of(
            "ConnectionTimeout "
                + shown(session)
                + " is not longer than ConnectionInactivityTimeout "
                + shown(idle),
            "ConnectionTimeout above " + shown(idle));
  }

  private static String shown(Duration span) {
    return Types.SPAN.show(span);
  }
}
