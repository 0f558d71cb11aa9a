package org.relaycheck.rule.delivery;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PER_SOURCE;

import java.util.Optional;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.SourceShare;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.value.Limit;

/** A sender's usual connections fit into what its connector gives one source. */
public final class SenderConnections implements DeliveryRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "sender-connections",
          "A sender's usual number of connections fits into what its connector gives one source",
          new RuleFacts.Grounds(
              "A sender that opens more connections than the connector that answers it gives one"
                  + " source gets 421 4.3.2, and mail is sent again later or lost. It is only"
                  + " checked where the connections state 'usualLoad' of the SQL Server.",
              "Raise the limit that binds, which the finding names.",
              "Set-ReceiveConnector reference and message throttling guide, for the two limits."
                  + " That the smaller one binds is not documented; only what exceeds both"
                  + " readings is reported"),
          MAX_INBOUND_CONNECTION_PER_SOURCE,
          MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE,
          MAX_INBOUND_CONNECTION,
          MailAccountRows.MAILSERVER_NAME,
          MailAccountRows.PORT,
          BreachFacts.USUAL_LOAD);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Delivery delivery) throws NotKnownException {
    Optional<Long> load = delivery.account().server().around().usualLoad();
    if (load.isEmpty()) {
      return Optional.empty();
    }
    Optional<Connector> connector = delivery.connector();
    return connector.isEmpty() ? Optional.empty() : breach(load.get(), connector.get());
  }

  private static Optional<RuleBreach> breach(long load, Connector connector)
      throws NotKnownException {
    Limit perSource = connector.value(MAX_INBOUND_CONNECTION_PER_SOURCE);
    if (perSource.most() < load) {
      return RuleBreach.of(
              found(load, connector, "MaxInboundConnectionPerSource " + perSource),
              "MaxInboundConnectionPerSource at least " + load + " of " + connector,
              connector)
          .map(breach -> breach.with(BreachFacts.USUAL_LOAD, load));
    }
    SourceShare share = SourceShare.of(connector).promising(new Limit(load));
    return share.shortfall().isPresent()
        ? RuleBreach.of(
                found(load, connector, share.inWords()),
                share.enough() + " of " + connector,
                connector)
            .map(breach -> breach.with(BreachFacts.USUAL_LOAD, load))
        : Optional.empty();
  }

  private static String found(long load, Connector connector, String limit) {
    return "the sender usually has "
        + load
        + " connections open, and "
        + connector
        + " gives a source no more than "
        + limit;
  }
}
