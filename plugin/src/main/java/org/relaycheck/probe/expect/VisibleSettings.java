package org.relaycheck.probe.expect;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BANNER;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINARY_MIME_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.CHUNKING_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.DELIVERY_STATUS_NOTIFICATION_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EIGHT_BIT_MIME_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.ENHANCED_STATUS_CODES_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.FQDN;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_MESSAGE_SIZE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PIPELINING_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REQUIRE_TLS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.SIZE_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.SMTP_UTF8_ENABLED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.relaycheck.catalogue.Property;
import org.relaycheck.probe.wire.CommandReply;
import org.relaycheck.probe.wire.SessionStep;
import org.relaycheck.probe.wire.SmtpResponse;
import org.relaycheck.probe.wire.VisitResult;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Size;
import org.relaycheck.value.Text;

/** The settings of a connector that show in a short session. */
final class VisibleSettings {

  private static final String SIZE = "SIZE";

  /** Exchange's own greeting, which it gives while Banner is empty. */
  private static final Pattern OWN =
      Pattern.compile("\\S+ Microsoft ESMTP MAIL Service.*", Pattern.CASE_INSENSITIVE);

  static final List<VisibleSetting<?>> ALL =
      List.of(
          new VisibleSetting<>(BANNER, VisibleSettings::banner),
          new VisibleSetting<>(FQDN, VisibleSettings::name, true),
          new VisibleSetting<>(SIZE_ENABLED, VisibleSettings::sizeMode),
          new VisibleSetting<>(MAX_MESSAGE_SIZE, VisibleSettings::size),
          word(PIPELINING_ENABLED, "PIPELINING"),
          word(CHUNKING_ENABLED, "CHUNKING"),
          word(BINARY_MIME_ENABLED, "BINARYMIME"),
          word(EIGHT_BIT_MIME_ENABLED, "8BITMIME"),
          word(DELIVERY_STATUS_NOTIFICATION_ENABLED, "DSN"),
          word(ENHANCED_STATUS_CODES_ENABLED, "ENHANCEDSTATUSCODES"),
          word(SMTP_UTF8_ENABLED, "SMTPUTF8"),
          new VisibleSetting<>(REQUIRE_TLS, VisibleSettings::tlsFirst));

  private VisibleSettings() {}

  /** The settings that show only if a sender is named. */
  static boolean needsEnvelope(Property<?> row) {
    return row.equals(REQUIRE_TLS);
  }

  private static Optional<WireValue<Text>> banner(VisitResult visited) {
    return visited
        .plain()
        .reply(SessionStep.GREETING)
        .filter(SmtpResponse::isGood)
        .map(
            greeting -> {
              Seen<Text> seen =
                  OWN.matcher(greeting.first()).matches()
                      ? Seen.nothing()
                      : BANNER.read(Raw.text(greeting.code() + " " + greeting.first()));
              return new WireValue<>(seen, "greeting: " + greeting.shown());
            });
  }

  /** The server names itself first in its reply to EHLO (RFC 5321 4.1.1.1). */
  private static Optional<WireValue<Text>> name(VisitResult visited) {
    return visited
        .hello()
        .map(hello -> hello.first().split("\\s", 2)[0])
        .filter(name -> !name.isEmpty())
        .map(name -> new WireValue<>(FQDN.read(Raw.text(name)), "EHLO: it calls itself " + name));
  }

  private static Optional<WireValue<String>> sizeMode(VisitResult visited) {
    return visited
        .hello()
        .map(
            hello -> {
              Optional<String> size = hello.parameters(SIZE);
              String mode =
                  size.map(most -> most.isEmpty() ? "EnabledWithoutValue" : "Enabled")
                      .orElse("Disabled");
              String evidence = size.map(most -> (SIZE + " " + most).strip()).orElse("no SIZE");
              return new WireValue<>(SIZE_ENABLED.read(Raw.text(mode)), "EHLO: " + evidence);
            });
  }

  /** A size of 0 tells no limit (RFC 1870), and none at all tells nothing. */
  private static Optional<WireValue<Size>> size(VisitResult visited) {
    return visited
        .hello()
        .flatMap(hello -> hello.parameters(SIZE))
        .filter(most -> most.matches("[1-9][0-9]{0,17}"))
        .map(most -> new WireValue<>(MAX_MESSAGE_SIZE.read(Raw.text(most)), "EHLO: SIZE " + most));
  }

  private static VisibleSetting<Boolean> word(Property<Boolean> row, String word) {
    return new VisibleSetting<>(
        row,
        visited ->
            visited
                .hello()
                .map(
                    hello -> {
                      boolean there = hello.parameters(word).isPresent();
                      return new WireValue<>(
                          Seen.of(there), "EHLO: " + (there ? "" : "no ") + word);
                    }));
  }

  private static Optional<WireValue<Boolean>> tlsFirst(VisitResult visited) {
    return visited
        .plain()
        .at(SessionStep.SENDER)
        .flatMap(
            said ->
                said.response().isGood() || asksForTls(said)
                    ? Optional.of(new WireValue<>(Seen.of(asksForTls(said)), said.shown()))
                    : Optional.empty());
  }

  private static boolean asksForTls(CommandReply said) {
    return said.response() instanceof SmtpResponse.Reply reply
        && !reply.isGood()
        && reply.shown().toUpperCase(Locale.ROOT).contains("STARTTLS");
  }
}
