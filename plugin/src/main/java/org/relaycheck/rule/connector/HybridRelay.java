package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.INHERITED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.OTHER_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TLS_DOMAIN_CAPABILITIES;

import java.util.Optional;
import org.relaycheck.catalogue.Product;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** A receive connector of hybrid mail flow is no relay. */
public final class HybridRelay implements ConnectorRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "hybrid-relay",
          "A connector with TlsDomainCapabilities, which hybrid mail flow uses, is no relay",
          new RuleFacts.Grounds(
              "TlsDomainCapabilities such as AcceptCloudServicesMail let the cloud's mail in as"
                  + " internal. The hybrid wizard writes them and may write them again. On a"
                  + " connector that also lets anonymous clients relay, a change for the one breaks"
                  + " or opens the other.",
              "Make a connector of its own for the relay, with the senders' addresses as"
                  + " RemoteIPRanges, and leave the other to hybrid mail flow.",
              "Set-ReceiveConnector reference: TlsDomainCapabilities; receive connectors guide"),
          TLS_DOMAIN_CAPABILITIES,
          EXTENDED_RIGHTS,
          AUTH_MECHANISM,
          PERMISSION_GROUPS,
          INHERITED_RIGHTS,
          OTHER_RIGHTS);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    if (connector.server().lacks(Product.EXCHANGE, TLS_DOMAIN_CAPABILITIES)
        || connector.members(TLS_DOMAIN_CAPABILITIES).isEmpty()) {
      return Optional.empty();
    }
    return connector
        .relay()
        .flatMap(
            by ->
                RuleBreach.of(
                    "TlsDomainCapabilities is "
                        + connector.shown(TLS_DOMAIN_CAPABILITIES)
                        + ", and anonymous clients may relay: "
                        + by,
                    "TlsDomainCapabilities empty, or a connector of its own for the relay"))
        .map(
            breach ->
                breach.by(
                    TLS_DOMAIN_CAPABILITIES, EXTENDED_RIGHTS, AUTH_MECHANISM, PERMISSION_GROUPS));
  }
}
