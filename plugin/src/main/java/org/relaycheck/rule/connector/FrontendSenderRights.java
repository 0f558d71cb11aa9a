package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.HasMembers;
import org.relaycheck.value.Right;

/** A policy does not count on a Front End connector to refuse senders by its access list. */
public final class FrontendSenderRights implements ConnectorRule {

  private static final Set<String> SENDERS =
      Set.of("MS-EXCH-SMTP-ACCEPT-ANY-SENDER", "MS-EXCH-SMTP-ACCEPT-AUTHORITATIVE-DOMAIN-SENDER");

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "frontend-sender-rights",
          "A policy does not forbid senders by the access list of a FrontendTransport connector",
          new RuleFacts.Grounds(
              "Administrators report that connectors of the Front End Transport service let"
                  + " anonymous clients send as anybody although ms-Exch-SMTP-Accept-Any-Sender or"
                  + " ms-Exch-SMTP-Accept-Authoritative-Domain-Sender was taken from them: a"
                  + " policy that forbids them is met, and the server does not act on it.",
              "Narrow RemoteIPRanges to senders that you trust, and refuse forged senders in"
                  + " front of Exchange or by the anti-spam agents.",
              "reports of administrators; Microsoft documents neither that it is so nor that it"
                  + " is not"),
          EXTENDED_RIGHTS,
          TRANSPORT_ROLE);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Optional<Right> forbidden =
        connector.stated(EXTENDED_RIGHTS).stream()
            .map(Statement::wanted)
            .flatMap(FrontendSenderRights::forbidden)
            .filter(right -> SENDERS.contains(right.right().key()))
            .sorted()
            .findFirst();
    if (forbidden.isEmpty()
        || !connector.value(TRANSPORT_ROLE).equals(ReceiveConnectorRows.FRONTEND_TRANSPORT)) {
      return Optional.empty();
    }
    return RuleBreach.of(
            "the policy counts on '"
                + forbidden.get()
                + "', and the connector is FrontendTransport",
            "no statement about it, or a connector of the role HubTransport on another port")
        .map(breach -> breach.by(TRANSPORT_ROLE));
  }

  /** What a policy takes away: as excluded entries, or as entries that deny. */
  private static Stream<Right> forbidden(Expectation<Set<Right>> wanted) {
    Stream<Right> denied =
        Known.of(wanted).least().stream().flatMap(Set::stream).filter(right -> !right.allow());
    Stream<Right> excluded =
        wanted instanceof HasMembers<Set<Right>> holds
            ? holds.excludes().stream().flatMap(Set::stream).filter(Right::allow)
            : Stream.empty();
    return Stream.concat(denied, excluded);
  }
}
