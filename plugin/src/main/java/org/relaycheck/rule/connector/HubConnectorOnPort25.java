package org.relaycheck.rule;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.NotKnown;
import org.relaycheck.resource.receiveconnectors.Conflict;

/** Port 25 is left to the Front End service, where there is one. */
final class HubOnSmtpPort implements ConnectorRule {

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
  public Optional<Breach> breach(Connector connector) throws NotKnown {
    Optional<Breach> breach = Combination.breach(Conflict.HUB_ON_SMTP_PORT, connector);
    return breach.isPresent() && !connector.server().hasFrontEnd() ? Optional.empty() : breach;
  }
}
