package org.relaycheck.proof;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.BANNER;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.BINARY_MIME_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.CHUNKING_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.DELIVERY_STATUS_NOTIFICATION_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.EIGHT_BIT_MIME_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.ENHANCED_STATUS_CODES_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.FQDN;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.MAX_MESSAGE_SIZE;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.PIPELINING_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.REQUIRE_TLS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.SIZE_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.SMTP_UTF8_ENABLED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.relaycheck.catalogue.Property;
import org.relaycheck.probe.Exchange;
import org.relaycheck.probe.Response;
import org.relaycheck.probe.Step;
import org.relaycheck.probe.Visited;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Size;
import org.relaycheck.value.Text;

/** The settings of a connector that show in a short session. */
final class Sights {

  private static final String SIZE = "SIZE";

  /** Exchange's own greeting, which it gives while Banner is empty. */
  private static final Pattern OWN =
      Pattern.compile("\\S+ Microsoft ESMTP MAIL Service.*", Pattern.CASE_INSENSITIVE);

  static final List<Sight<?>> ALL =
      List.of(
          new Sight<>(BANNER, Sights::banner),
          new Sight<>(FQDN, Sights::name, true),
          new Sight<>(SIZE_ENABLED, Sights::sizeMode),
          new Sight<>(MAX_MESSAGE_SIZE, Sights::size),
          word(PIPELINING_ENABLED, "PIPELINING"),
          word(CHUNKING_ENABLED, "CHUNKING"),
          word(BINARY_MIME_ENABLED, "BINARYMIME"),
          word(EIGHT_BIT_MIME_ENABLED, "8BITMIME"),
          word(DELIVERY_STATUS_NOTIFICATION_ENABLED, "DSN"),
          word(ENHANCED_STATUS_CODES_ENABLED, "ENHANCEDSTATUSCODES"),
          word(SMTP_UTF8_ENABLED, "SMTPUTF8"),
          new Sight<>(REQUIRE_TLS, Sights::tlsFirst));

  private Sights() {}

  /** The settings that show only if a sender is named. */
  static boolean needsEnvelope(Property<?> row) {
    return row.equals(REQUIRE_TLS);
  }

  private static Optional<Shown<Text>> banner(Visited visited) {
    return visited
        .plain()
        .reply(Step.GREETING)
        .filter(Response::isGood)
        .map(
            greeting -> {
              Seen<Text> seen =
                  OWN.matcher(greeting.first()).matches()
                      ? Seen.nothing()
                      : BANNER.read(Raw.text(greeting.code() + " " + greeting.first()));
              return new Shown<>(seen, "greeting: " + greeting.shown());
            });
  }

  /** The server names itself first in its reply to EHLO (RFC 5321 4.1.1.1). */
  private static Optional<Shown<Text>> name(Visited visited) {
    return visited
        .hello()
        .map(hello -> hello.first().split("\\s", 2)[0])
        .filter(name -> !name.isEmpty())
        .map(name -> new Shown<>(FQDN.read(Raw.text(name)), "EHLO: it calls itself " + name));
  }

  private static Optional<Shown<String>> sizeMode(Visited visited) {
    return visited
        .hello()
        .map(
            hello -> {
              Optional<String> size = hello.parameters(SIZE);
              String mode =
                  size.map(most -> most.isEmpty() ? "EnabledWithoutValue" : "Enabled")
                      .orElse("Disabled");
              String evidence = size.map(most -> (SIZE + " " + most).strip()).orElse("no SIZE");
              return new Shown<>(SIZE_ENABLED.read(Raw.text(mode)), "EHLO: " + evidence);
            });
  }

  /** A size of 0 tells no limit (RFC 1870), and none at all tells nothing. */
  private static Optional<Shown<Size>> size(Visited visited) {
    return visited
        .hello()
        .flatMap(hello -> hello.parameters(SIZE))
        .filter(most -> most.matches("[1-9][0-9]{0,17}"))
        .map(most -> new Shown<>(MAX_MESSAGE_SIZE.read(Raw.text(most)), "EHLO: SIZE " + most));
  }

  private static Sight<Boolean> word(Property<Boolean> row, String word) {
    return new Sight<>(
        row,
        visited ->
            visited
                .hello()
                .map(
                    hello -> {
                      boolean there = hello.parameters(word).isPresent();
                      return new Shown<>(Seen.of(there), "EHLO: " + (there ? "" : "no ") + word);
                    }));
  }

  private static Optional<Shown<Boolean>> tlsFirst(Visited visited) {
    return visited
        .plain()
        .at(Step.SENDER)
        .flatMap(
            said ->
                said.response().isGood() || asksForTls(said)
                    ? Optional.of(new Shown<>(Seen.of(asksForTls(said)), said.shown()))
                    : Optional.empty());
  }

  private static boolean asksForTls(Exchange said) {
    return said.response() instanceof Response.Reply reply
        && !reply.isGood()
        && reply.shown().toUpperCase(Locale.ROOT).contains("STARTTLS");
  }
}
