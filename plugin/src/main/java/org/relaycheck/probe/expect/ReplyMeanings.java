package org.relaycheck.probe.expect;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.CONNECTION_INACTIVITY_TIMEOUT;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.CONNECTION_TIMEOUT;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_HOP_COUNT;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PER_SOURCE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_LOCAL_HOP_COUNT;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_MESSAGE_SIZE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_PROTOCOL_ERRORS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_RECIPIENTS_PER_MESSAGE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MESSAGE_RATE_LIMIT;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MESSAGE_RATE_SOURCE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REJECT_RESERVED_SECOND_LEVEL_RECIPIENT_DOMAINS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REJECT_RESERVED_TOP_LEVEL_RECIPIENT_DOMAINS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REJECT_SINGLE_LABEL_RECIPIENT_DOMAINS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REQUIRE_TLS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.List;
import org.relaycheck.catalogue.Property;
import org.relaycheck.probe.expect.ReplyMeaning.Kind;

/** The replies of Exchange whose texts are known; the first that fits counts. */
final class ReplyMeanings {

  /** From the texts of Exchange 2010 to 2019 and the guide to non-delivery reports. */
  static final List<ReplyMeaning> ALL =
      List.of(
          new ReplyMeaning(
              Kind.CROWDED,
              "421",
              "4.3.2",
              List.of("maximum number of concurrent", "per-source"),
              "the limit of connections of one source",
              perSource()),
          new ReplyMeaning(
              Kind.FULL,
              "421",
              "4.3.2",
              List.of("maximum number of concurrent server"),
              "the limit of connections of all sources together",
              List.of(MAX_INBOUND_CONNECTION)),
          new ReplyMeaning(
              Kind.CROWDED,
              "421",
              "4.3.2",
              List.of("maximum number of concurrent"),
              "a limit of connections (Exchange 2010: of one source)",
              perSource()),
          new ReplyMeaning(
              Kind.BUSY,
              "4",
              "4.3.2",
              List.of(),
              "the service accepts no mail: maintenance, or two services on one port; not a limit",
              List.of(TRANSPORT_ROLE, BINDINGS)),
          new ReplyMeaning(
              Kind.BUSY,
              "421",
              "4.4.2",
              List.of(),
              "the limit of messages a minute",
              List.of(MESSAGE_RATE_LIMIT, MESSAGE_RATE_SOURCE)),
          new ReplyMeaning(
              Kind.OTHER,
              "421",
              "4.4.1",
              List.of(),
              "the session lasted too long",
              List.of(CONNECTION_TIMEOUT)),
          new ReplyMeaning(
              Kind.OTHER,
              "4",
              "4.7.0",
              List.of("timeout waiting"),
              "the session was idle too long",
              List.of(CONNECTION_INACTIVITY_TIMEOUT)),
          new ReplyMeaning(
              Kind.OTHER,
              "421",
              "4.7.0",
              List.of("too many errors"),
              "too many wrong commands",
              List.of(MAX_PROTOCOL_ERRORS)),
          new ReplyMeaning(
              Kind.CROWDED,
              "421",
              "",
              List.of("too many", "connections"),
              "a limit of connections",
              perSource()),
          new ReplyMeaning(
              Kind.BUSY,
              "451",
              "4.7.0",
              List.of("temporary server error"),
              "the frontend could not hand the mail on; no setting of a connector",
              List.of()),
          new ReplyMeaning(
              Kind.BUSY,
              "4",
              "4.3.1",
              List.of(),
              "back pressure: disk or memory is short; no setting of a connector",
              List.of()),
          new ReplyMeaning(
              Kind.BUSY,
              "451",
              "4.4.0",
              List.of(),
              "no shadow copy could be made (RejectMessageOnShadowFailure)",
              List.of()),
          new ReplyMeaning(
              Kind.OTHER,
              "452",
              "4.5.3",
              List.of(),
              "too many recipients at once",
              List.of(MAX_RECIPIENTS_PER_MESSAGE)),
          new ReplyMeaning(
              Kind.OTHER,
              "5",
              "5.3.4",
              List.of(),
              "the message is too large",
              List.of(MAX_MESSAGE_SIZE)),
          new ReplyMeaning(
              Kind.OTHER,
              "5",
              "5.4.6",
              List.of(),
              "the message took too many hops",
              List.of(MAX_HOP_COUNT, MAX_LOCAL_HOP_COUNT)),
          new ReplyMeaning(
              Kind.RESERVED,
              "5",
              "5.1.4",
              List.of(),
              "a reserved top-level domain",
              List.of(REJECT_RESERVED_TOP_LEVEL_RECIPIENT_DOMAINS)),
          new ReplyMeaning(
              Kind.RESERVED,
              "5",
              "5.1.5",
              List.of(),
              "a reserved domain",
              List.of(REJECT_RESERVED_SECOND_LEVEL_RECIPIENT_DOMAINS)),
          new ReplyMeaning(
              Kind.RESERVED,
              "5",
              "5.1.6",
              List.of(),
              "a domain without a dot",
              List.of(REJECT_SINGLE_LABEL_RECIPIENT_DOMAINS)),
          new ReplyMeaning(
              Kind.OTHER,
              "4",
              "5.7.3",
              List.of("starttls"),
              "TLS must come first",
              List.of(REQUIRE_TLS)),
          new ReplyMeaning(
              Kind.OTHER,
              "5",
              "",
              List.of("starttls"),
              "TLS must come first",
              List.of(REQUIRE_TLS)),
          new ReplyMeaning(
              Kind.STRANGER,
              "5",
              "",
              List.of("not authenticated"),
              "anonymous clients may not submit",
              List.of(PERMISSION_GROUPS)),
          new ReplyMeaning(
              Kind.STRANGER,
              "5",
              "",
              List.of("send as this sender"),
              "anonymous clients may not use this sender",
              List.of(EXTENDED_RIGHTS)),
          new ReplyMeaning(
              Kind.NO_RELAY,
              "5",
              "",
              List.of("relay"),
              "the client may not relay, or another connector answers it",
              List.of(EXTENDED_RIGHTS, REMOTE_IP_RANGES)));

  private ReplyMeanings() {}

  private static List<Property<?>> perSource() {
    return List.of(MAX_INBOUND_CONNECTION_PER_SOURCE, MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE);
  }
}
