package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.FQDN;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.HUB_TRANSPORT;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.SETUP;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.Optional;
import org.relaycheck.catalogue.Product;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.state.Address;
import org.relaycheck.value.Text;

/** Setup's connector for mail between servers has the server's own name. */
public final class DefaultConnectorFqdn implements ConnectorRule {

  /** Of setup's connectors of this role the other listens on 465. */
  private static final int BETWEEN_SERVERS = 2525;

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "default-connector-fqdn",
          "Setup's connector for mail between Mailbox servers has the server's own name as Fqdn",
          new RuleFacts.Grounds(
              "Mailbox servers send mail to each other through the Default connector of the"
                  + " Transport service. If its Fqdn is changed, mail between them fails.",
              "Set Fqdn of this connector back to the server's full name, and give the name that"
                  + " outsiders see to the connector that they meet.",
              "Set-ReceiveConnector reference: Fqdn, of the Default connector. That other"
                  + " connectors with ExchangeServer in AuthMechanism accept certain names only"
                  + " is reported, not documented: they are not checked"),
          FQDN,
          SETUP,
          TRANSPORT_ROLE,
          BINDINGS);

  private static final UnknownFact UNTOLD =
      new UnknownFact(
          "the full name of the server is not known: the answer does not contain it",
          "ask the host directly, or record it again with mvn relay:record");

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Server server = connector.server();
    if (server.lacks(Product.EXCHANGE, TRANSPORT_ROLE) || !isBetweenServers(connector)) {
      return Optional.empty();
    }
    Optional<String> shown = connector.optional(FQDN).map(Text::spelling);
    if (shown.isEmpty() || isNameOf(server, shown.get())) {
      return Optional.empty();
    }
    String full = server.fullName().orElseThrow(() -> new NotKnownException(UNTOLD));
    return Address.compareFolded(full, shown.get()) == 0
        ? Optional.empty()
        : RuleBreach.of("Fqdn is " + shown.get() + ", the server is " + full, "Fqdn " + full)
            .map(breach -> breach.by(FQDN));
  }

  private static boolean isBetweenServers(ServerResource connector) throws NotKnownException {
    return connector.value(SETUP)
        && connector.value(TRANSPORT_ROLE).equals(HUB_TRANSPORT)
        && connector.members(BINDINGS).stream().anyMatch(one -> one.port() == BETWEEN_SERVERS);
  }

  /** Its short name, or that in a domain, which is its full name unless it has moved. */
  private static boolean isNameOf(Server server, String shown) {
    int dot = shown.indexOf('.');
    return Address.compareFolded(server.name(), dot < 0 ? shown : shown.substring(0, dot)) == 0;
  }
}
