package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.INHERITED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.OTHER_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;

import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** A receive connector is a relay in one of the two ways there are. */
public final class RelayOneWay implements ConnectorRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "relay-one-way",
          "A relay is made by the right of anonymous clients or by ExternalAuthoritative, not both",
          new RuleFacts.Grounds(
              "There are two ways to let senders relay without a login: the right"
                  + " ms-Exch-SMTP-Accept-Any-Recipient for anonymous, or ExternalAuthoritative"
                  + " with ExchangeServers, which also trusts the sender's address and skips"
                  + " anti-spam and size limits. With both, nobody can say which of the two let"
                  + " a mail through, and who removes one believes that the relay is closed.",
              "Keep the way that is meant and take the other away.",
              "anonymous relay guide: not both at the same time"),
          AUTH_MECHANISM,
          EXTENDED_RIGHTS,
          PERMISSION_GROUPS,
          INHERITED_RIGHTS,
          OTHER_RIGHTS);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Optional<String> trusting = connector.trusting();
    Optional<String> right = trusting.isEmpty() ? Optional.empty() : connector.anonymous().relay();
    return right
        .flatMap(
            by ->
                RuleBreach.of(trusting.get() + ", and the access list has " + by, "one of the two"))
        .map(breach -> breach.by(AUTH_MECHANISM, EXTENDED_RIGHTS, PERMISSION_GROUPS));
  }
}
