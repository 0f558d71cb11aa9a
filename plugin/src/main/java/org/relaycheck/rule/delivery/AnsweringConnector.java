package org.relaycheck.rule.delivery;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.landscape.AnsweringOrder;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.state.BreachValue;
import org.relaycheck.value.Text;

/** A mail account is answered by the connector that the policy has for its sender. */
public final class AnsweringConnector implements DeliveryRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "answering-connector",
          "A mail account is answered by the receive connector that the policy has for its sender",
          new RuleFacts.Grounds(
              "Of the enabled connectors that listen where a client calls, the one with the"
                  + " narrowest range around its address answers. If that is another than the"
                  + " policy means, every setting of the right one is without effect: mail is slow,"
                  + " or refused with 'Unable to relay'.",
              "Let the connector that is meant be enabled, listen on the account's port, and have"
                  + " the narrowest range around the sender's address. The connections say what"
                  + " no server knows: 'sendsFrom' of a SQL Server, 'answers' and 'seenAs' of an"
                  + " Exchange server. A connector is meant for a sender if the policy states"
                  + " RemoteIPRanges that hold its address, and Bindings, if it states any, with"
                  + " the account's port; of several, the narrowest.",
              "Set-ReceiveConnector reference and receive connectors guide: enabled, bindings, most"
                  + " specific range. How bindings and ranges weigh against each other is not"
                  + " documented; then nothing is reported"),
          MailAccountRows.MAILSERVER_NAME,
          MailAccountRows.PORT,
          REMOTE_IP_RANGES,
          BINDINGS,
          ENABLED,
          TRANSPORT_ROLE,
          BreachFacts.ANSWERED_BY,
          BreachFacts.MEANT);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Delivery delivery) throws NotKnownException {
    List<ServerResource> meant = delivery.intent().narrowest();
    AnsweringOrder answer = delivery.answer();
    Optional<Connector> connector = answer.connector();
    if (meant.isEmpty()) {
      return connector.isEmpty() ? refused(delivery, answer) : undecided(delivery);
    }
    return connector.filter(meant::contains).isPresent()
        ? Optional.empty()
        : Optional.of(other(delivery, connector, meant));
  }

  private static Optional<RuleBreach> refused(Delivery delivery, AnsweringOrder answer)
      throws NotKnownException {
    String why = answer instanceof AnsweringOrder.Nobody nobody ? ": " + nobody.why() : "";
    return RuleBreach.of(
            "no connector answers " + delivery.words() + why,
            "a connector that is enabled, listens there and serves that address")
        .map(breach -> by(breach, List.of(), List.of()));
  }

  private static Optional<RuleBreach> undecided(Delivery delivery) throws NotKnownException {
    throw new NotKnownException(
        new UnknownFact(
            "the policy has no connector for " + delivery.caller(),
            "state RemoteIPRanges of the connector that is meant for it"));
  }

  private static RuleBreach other(
      Delivery delivery, Optional<Connector> connector, List<ServerResource> meant)
      throws NotKnownException {
    String names = meant.stream().map(ServerResource::name).collect(Collectors.joining(" or "));
    String answers = connector.map(one -> "'" + one.name() + "'").orElse("no connector");
    String found = answers + " answers " + delivery.words() + ", not '" + names + "'";
    RuleBreach breach =
        new RuleBreach(found, new AnswerShortfall(delivery, meant.get(0)).wanted(), meant);
    return by(breach, connector.stream().toList(), meant);
  }

  private static RuleBreach by(
      RuleBreach breach, List<Connector> answering, List<ServerResource> meant) {
    return breach
        .by(MailAccountRows.MAILSERVER_NAME, MailAccountRows.PORT)
        .with(names(BreachFacts.ANSWERED_BY, answering))
        .with(names(BreachFacts.MEANT, meant));
  }

  private static BreachValue<Set<Text>> names(
      Property<Set<Text>> fact, List<? extends ServerResource> connectors) {
    return BreachFacts.names(fact, connectors.stream().map(ServerResource::toString).toList());
  }
}
