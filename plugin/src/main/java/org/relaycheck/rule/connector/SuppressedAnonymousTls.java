package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.SUPPRESS_XANONYMOUS_TLS;

import java.util.Optional;
import org.relaycheck.catalogue.Product;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** X-ANONYMOUSTLS is not offered only where servers log in to each other without it. */
public final class SuppressedAnonymousTls implements ConnectorRule {

  private static final String DOWNGRADED = "UseDownGradedExchangeServerAuth";

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "suppressed-anonymous-tls",
          "SuppressXAnonymousTls goes with " + DOWNGRADED + " of the transport service",
          new RuleFacts.Grounds(
              "Exchange servers encrypt and log in to each other by X-ANONYMOUSTLS. Where a"
                  + " connector does not offer it, the transport service must be configured to"
                  + " log in another way.",
              "Set-TransportService -"
                  + DOWNGRADED
                  + " $true on the server (2010:"
                  + " Set-TransportServer), or SuppressXAnonymousTls $false.",
              "Set-ReceiveConnector reference: SuppressXAnonymousTls. What happens without it is"
                  + " not documented"),
          SUPPRESS_XANONYMOUS_TLS);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Server server = connector.server();
    if (server.lacks(Product.EXCHANGE, SUPPRESS_XANONYMOUS_TLS)
        || !connector.value(SUPPRESS_XANONYMOUS_TLS)) {
      return Optional.empty();
    }
    return Boolean.parseBoolean(server.fact("TransportService." + DOWNGRADED))
        ? Optional.empty()
        : RuleBreach.of(
            "SuppressXAnonymousTls is true, and " + DOWNGRADED + " of the server is false",
            DOWNGRADED + " true, or SuppressXAnonymousTls false");
  }
}
