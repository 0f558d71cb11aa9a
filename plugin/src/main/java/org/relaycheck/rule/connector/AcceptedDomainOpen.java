package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;

import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.rule.RuleResult;

/**
 * An organisation that accepts mail for every domain there is serves no clients on the Internet. It
 * harms others, so every connector that was read is looked at.
 */
public final class AcceptedDomainOpen implements Rule {

  private static final RuleFacts FACTS =
      RuleFacts.harm(
          "accepted-domain-open",
          "Where '*' is an accepted domain, no client on the Internet may submit without a login",
          new RuleFacts.Grounds(
              "Mail to an accepted domain is taken from everybody who may submit, with no right to"
                  + " relay. An accepted domain '*', which is an internal relay for every domain,"
                  + " therefore makes an open relay of each connector that serves the Internet,"
                  + " although no connector has the right ms-Exch-SMTP-Accept-Any-Recipient.",
              "Remove the accepted domain '*' (Get-AcceptedDomain, Remove-AcceptedDomain), and let"
                  + " the senders that are meant relay by a connector of their own.",
              "accepted domains guide; receive connectors guide. Which range is too wide is our own"
                  + " line, that of open-relay"),
          REMOTE_IP_RANGES,
          PERMISSION_GROUPS);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public void judge(Landscape landscape, RuleResult result) {
    for (Server server : landscape.servers()) {
      for (Connector connector : server.connectors()) {
        result.of(connector, REMOTE_IP_RANGES, () -> breach(connector));
      }
    }
  }

  private static Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Optional<PublicAddresses> served =
        connector.mayBeOn()
            ? connector
                .held(REMOTE_IP_RANGES)
                .map(PublicAddresses::of)
                .filter(PublicAddresses::areTooMany)
            : Optional.empty();
    if (served.isEmpty() || connector.submission().isEmpty() || connector.everyDomain().isEmpty()) {
      return Optional.empty();
    }
    return RuleBreach.of(
        "RemoteIPRanges serve "
            + served.get().words()
            + ", each may submit without a login, and "
            + connector.everyDomain().get(),
        "no accepted domain '*'");
  }
}
