package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.INHERITED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.OTHER_RIGHTS;
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
import org.relaycheck.value.address.NetworkBinding;

/**
 * Nobody on the Internet may send to anybody through a receive connector. It harms others, so every
 * connector that was read is looked at, not only those of which the policy speaks.
 */
public final class OpenRelay implements Rule {

  private static final RuleFacts FACTS =
      RuleFacts.harm(
          "open-relay",
          "No client on the Internet may relay without a login",
          new RuleFacts.Grounds(
              "A connector that lets clients send to any recipient without proving who they are,"
                  + " and serves wide ranges of public addresses, sends spam for whoever finds it,"
                  + " until block lists refuse all mail of the organisation. Every connector that"
                  + " was read is looked at.",
              "Narrow RemoteIPRanges to the senders, such as 10.0.4.11; or take the right"
                  + " ms-Exch-SMTP-Accept-Any-Recipient from anonymous, or ExternalAuthoritative"
                  + " from AuthMechanism.",
              "anonymous relay guide; receive connector permissions; order of ACEs in a DACL;"
                  + " RFC 6890 for what is not public. Which range is too wide is our own line:"
                  + " more public addresses than an IPv4 /16 or an IPv6 /32 has. That Everyone"
                  + " takes in anonymous depends on a setting of Windows and is assumed"),
          REMOTE_IP_RANGES,
          EXTENDED_RIGHTS,
          INHERITED_RIGHTS,
          OTHER_RIGHTS,
          AUTH_MECHANISM,
          PERMISSION_GROUPS,
          ENABLED,
          BINDINGS);

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
    if (!connector.mayBeOn() || isLocal(connector)) {
      return Optional.empty();
    }
    Optional<PublicAddresses> served =
        connector
            .held(REMOTE_IP_RANGES)
            .map(PublicAddresses::of)
            .filter(PublicAddresses::areTooMany);
    Optional<String> by = served.isEmpty() ? Optional.empty() : connector.relay();
    return by.flatMap(entry -> breach(served.get(), entry));
  }

  private static Optional<RuleBreach> breach(PublicAddresses served, String by) {
    return RuleBreach.of(
            "RemoteIPRanges serve "
                + served.words()
                + ", and each may relay without a login: "
                + by,
            "RemoteIPRanges of the senders alone, or no right to relay")
        .map(
            breach ->
                breach.by(REMOTE_IP_RANGES, EXTENDED_RIGHTS, AUTH_MECHANISM, PERMISSION_GROUPS));
  }

  /** Whether only the server itself can call it. */
  private static boolean isLocal(Connector connector) {
    return connector
        .outlook()
        .value(BINDINGS)
        .filter(all -> !all.isEmpty() && all.stream().allMatch(OpenRelay::isLoopback))
        .isPresent();
  }

  private static boolean isLoopback(NetworkBinding binding) {
    return binding.address().startsWith("127.") || binding.address().equals("::1");
  }
}
