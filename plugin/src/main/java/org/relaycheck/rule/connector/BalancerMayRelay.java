package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.INHERITED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.OTHER_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;

import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;

/** Who comes through a balancer may not relay for no other reason. */
public final class BalancerMayRelay implements ConnectorRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "balancer-may-relay",
          "The address that a balancer shows is in no range of a connector that may relay",
          new RuleFacts.Grounds(
              "A balancer that shows its own address as source makes all clients one. A connector"
                  + " that lets this address relay lets everybody relay who reaches the balancer.",
              "Let the balancer keep the clients' addresses, or let senders that may relay call the"
                  + " servers by their own names; take the balancer's address out of"
                  + " RemoteIPRanges.",
              "Receive connectors guide and anonymous relay guide: a connector is chosen by the"
                  + " source address that the server sees"),
          REMOTE_IP_RANGES,
          EXTENDED_RIGHTS,
          AUTH_MECHANISM,
          PERMISSION_GROUPS,
          INHERITED_RIGHTS,
          OTHER_RIGHTS,
          BreachFacts.SEEN_AS);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Optional<AddressSet> shown = connector.server().around().seenAs();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    AddressSet ranges = connector.value(REMOTE_IP_RANGES);
    if (Types.ADDRESS_SET.members().orElseThrow().disjoint(ranges, shown.get())) {
      return Optional.empty();
    }
    String balancer = Types.ADDRESS_SET.show(shown.get());
    return connector
        .relay()
        .flatMap(
            right ->
                RuleBreach.of(
                    balancer
                        + ", which stands for every client of the balancer, is in RemoteIPRanges of"
                        + " a connector that may relay ("
                        + right
                        + ")",
                    "RemoteIPRanges without " + balancer))
        .map(
            breach ->
                breach
                    .by(EXTENDED_RIGHTS, AUTH_MECHANISM, PERMISSION_GROUPS)
                    .with(BreachFacts.SEEN_AS, shown.get()));
  }
}
