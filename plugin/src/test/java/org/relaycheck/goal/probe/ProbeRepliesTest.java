package org.relaycheck.goal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.goal.Wires.verdict;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.goal.Wires;
import org.relaycheck.report.probe.ProbeRun;
import org.relaycheck.standin.mail.Mta;

/** Every reply of Exchange that is known, said by a server at the step where Exchange says it. */
class ProbeRepliesTest {

  private static final String RELAY =
      "ExtendedRights: {contains: [allow anonymous ms-Exch-SMTP-Accept-Any-Recipient]}";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel | MaxInboundConnectionPerSource, MaxInboundConnectionPercentagePerSource
          421 4.3.2 The maximum number of concurrent server connections has exceeded a per-source limit, closing transmission channel | MaxInboundConnectionPerSource, MaxInboundConnectionPercentagePerSource
          421 4.3.2 The maximum number of concurrent server connections has exceeded a limit, closing transmission channel | MaxInboundConnection (
          421 4.3.2 Service not available | TransportRole, Bindings
          421 4.3.2 Service not active | TransportRole, Bindings
          """)
  void a_greeting_that_refuses_names_the_setting(String reply, String look) throws Exception {
    try (Mta mta = Mta.start().greets(reply)) {
      ProbeRun run = new Wires(folder).connector("Relay", mta.port()).policy(RELAY).probe();

      assertThat(verdict(run, "greeting"))
          .startsWith("refuted: greeting: " + reply)
          .contains("look at " + look);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          421 4.4.1 Connection timed out | inconclusive | look at ConnectionTimeout
          451 4.7.0 Timeout waiting for client input | inconclusive | look at ConnectionInactivityTimeout
          421 4.7.0 Too many errors on this connection, closing transmission channel | inconclusive | look at MaxProtocolErrors
          451 4.7.0 Temporary server error. Please try again later. PRX2 | inconclusive | the frontend could not hand the mail on
          452 4.3.1 Insufficient system resources | inconclusive | back pressure
          452 4.5.3 Too many recipients | inconclusive | look at MaxRecipientsPerMessage
          550 5.1.4 Recipient address reserved by RFC 2606 | inconclusive | look at RejectReservedTopLevelRecipientDomains
          550 5.1.5 Recipient address reserved by RFC 2606 | inconclusive | look at RejectReservedSecondLevelRecipientDomains
          550 5.1.6 Recipient domain is a single label | inconclusive | look at RejectSingleLabelRecipientDomains
          550 5.1.1 <relay-probe@example.org>: Recipient address rejected | inconclusive | look at ExtendedRights
          501 5.1.3 Invalid address | inconclusive | look at ExtendedRights
          550 5.7.1 Unable to relay | refuted | look at ExtendedRights, RemoteIPRanges
          554 <relay-probe@example.org>: Relay access denied | refuted | look at ExtendedRights, RemoteIPRanges
          550 mailbox unavailable | refuted | look at ExtendedRights, RemoteIPRanges
          550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain | refuted | look at ExtendedRights, RemoteIPRanges
          """)
  void a_recipient_that_is_refused_names_the_setting(String reply, String verdict, String look)
      throws Exception {
    try (Mta mta = Mta.start().onRecipient(reply)) {
      ProbeRun run = new Wires(folder).connector("Relay", mta.port()).policy(RELAY).probe();

      assertThat(verdict(run, "anonymous relay"))
          .startsWith(verdict + ": RCPT: " + reply)
          .contains(look);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          501 5.1.7 Invalid address | inconclusive
          550 5.1.1 <relay-probe@example.org>: Recipient address rejected | inconclusive
          502 5.5.2 Command not implemented | inconclusive
          550 5.7.1 Unable to relay | proved
          550 5.7.1 Access denied | proved
          """)
  void only_a_client_that_is_refused_proves_that_relay_is_ruled_out(String reply, String verdict)
      throws Exception {
    try (Mta mta = Mta.start().onRecipient(reply)) {
      ProbeRun run =
          new Wires(folder)
              .connector("Relay", mta.port())
              .policy(
                  "ExtendedRights: {excludes: [allow anonymous"
                      + " ms-Exch-SMTP-Accept-Any-Recipient]}")
              .probe();

      assertThat(verdict(run, "anonymous relay")).startsWith(verdict + ": RCPT: " + reply);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          530 5.7.1 Client was not authenticated | refuted | look at PermissionGroups
          530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM | refuted | look at PermissionGroups
          550 5.7.1 Anonymous client does not have permissions to send as this sender | refuted | look at ExtendedRights
          451 5.7.3 Must issue a STARTTLS command first | inconclusive | look at RequireTLS
          """)
  void a_sender_that_is_refused_names_the_setting(String reply, String verdict, String look)
      throws Exception {
    try (Mta mta = Mta.start().onSender(reply)) {
      ProbeRun run =
          new Wires(folder)
              .connector("Relay", mta.port())
              .policy("PermissionGroups: AnonymousUsers")
              .probe();

      assertThat(verdict(run, "anonymous submission"))
          .startsWith(verdict + ": MAIL: " + reply)
          .contains(look);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          421 4.4.2 Message submission rate for this client has exceeded the configured limit | look at MessageRateLimit, MessageRateSource
          552 5.3.4 Message size exceeds fixed maximum message size | look at MaxMessageSize
          554 5.4.6 Hop count exceeded - possible mail loop | look at MaxHopCount, MaxLocalHopCount
          451 4.4.0 Message failed to be replicated | RejectMessageOnShadowFailure
          452 4.3.1 Insufficient system resources | back pressure
          """)
  void a_message_that_is_refused_names_the_setting(String reply, String look) throws Exception {
    try (Mta mta = Mta.start().onMessage(reply)) {
      ProbeRun run =
          new Wires(folder)
              .connector("Relay", mta.port())
              .policy("MaxAcknowledgementDelay: 0")
              .send("a@corp.example", 2)
              .probe();

      assertThat(verdict(run, "messages"))
          .startsWith("refuted: 0 taken, then DATA: " + reply)
          .contains(look);
      assertThat(verdict(run, "MaxAcknowledgementDelay"))
          .startsWith("inconclusive: no message was");
    }
  }
}
