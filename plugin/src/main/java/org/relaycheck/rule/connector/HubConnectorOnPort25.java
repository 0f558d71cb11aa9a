package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.Optional;
import org.relaycheck.kind.receiveconnectors.SettingConflict;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** Port 25 is left to the Front End service, where there is one. */
public final class HubConnectorOnPort25 implements ConnectorRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "hub-connector-on-port-25",
          "A receive connector on port 25 is FrontendTransport where that service runs",
          new RuleFacts.Grounds(
              "From Exchange 2013 on the Front End Transport service listens on port 25. A"
                  + " connector of the other role there makes mail fail now and then with 421"
                  + " 4.3.2 'Service not available', which looks like a limit and is none.",
              "Set TransportRole FrontendTransport, or move the connector to another port.",
              "non-delivery reports guide (4.3.2); custom receive connector guide. A Mailbox"
                  + " server of Exchange 2013 without the Client Access role has no Front End"
                  + " service, and its Default connector does listen there"),
          TRANSPORT_ROLE,
          BINDINGS);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Optional<RuleBreach> breach = ConflictRule.breach(SettingConflict.HUB_ON_SMTP_PORT, connector);
    return breach.isPresent() && !connector.server().hasFrontEnd() ? Optional.empty() : breach;
  }
}
