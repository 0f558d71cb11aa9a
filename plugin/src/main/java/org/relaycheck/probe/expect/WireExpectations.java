package org.relaycheck.probe.expect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.probe.plan.SendingAccounts;
import org.relaycheck.probe.plan.StatedValues;
import org.relaycheck.probe.wire.MailEnvelope;
import org.relaycheck.probe.wire.SessionStep;
import org.relaycheck.state.Statement;

/** What a policy says of one connector that a visit can show. */
public final class WireExpectations {

  private static final String ANONYMOUS = "AnonymousUsers";
  private static final String EXTERNAL = "ExternalAuthoritative";
  private static final String RELAY = "allow anonymous ms-Exch-SMTP-Accept-Any-Recipient";
  private static final String NO_RELAY = "deny anonymous ms-Exch-SMTP-Accept-Any-Recipient";

  /** Nobody gets mail there (RFC 2606), and no server takes the domain for its own. */
  private static final String NOBODY = "relay-probe@example.org";

  private final StatedValues stated;
  private final SendingAccounts clients;
  private final Instant now;
  private final List<WireExpectation> all = new ArrayList<>();

  private WireExpectations(StatedValues stated, SendingAccounts clients, Instant now) {
    this.stated = stated;
    this.clients = clients;
    this.now = now;
  }

  /**
   * All of them, settings in the order of the catalogue first.
   *
   * @param clients who of the policy uses the server
   */
  public static List<WireExpectation> of(
      StatedValues stated, SendingAccounts clients, Instant now) {
    WireExpectations expectations = new WireExpectations(stated, clients, now);
    VisibleSettings.ALL.forEach(expectations::setting);
    expectations.mechanisms();
    expectations.admission();
    expectations.certificate();
    return List.copyOf(expectations.all);
  }

  /** What has to be named to see all of them; empty if nothing has to. */
  public static Optional<MailEnvelope> envelope(
      List<WireExpectation> expectations, SendingAccounts clients) {
    return expectations.stream().anyMatch(WireExpectations::needsSender)
        ? Optional.of(new MailEnvelope(clients.sender().orElse(NOBODY), NOBODY))
        : Optional.empty();
  }

  private static boolean needsSender(WireExpectation expectation) {
    return expectation instanceof AdmissionExpectation
        || VisibleSettings.needsEnvelope(expectation.source().property());
  }

  private <T> void setting(VisibleSetting<T> sight) {
    stated.of(sight.row()).ifPresent(source -> all.add(new SettingExpectation<>(source, sight)));
  }

  private void mechanisms() {
    Optional<Statement<Set<String>>> source = stated.of(ReceiveConnectorRows.AUTH_MECHANISM);
    source.ifPresent(
        statement ->
            OfferExpectation.VISIBLE.forEach(
                word ->
                    stated
                        .demands(ReceiveConnectorRows.AUTH_MECHANISM, word)
                        .ifPresent(on -> all.add(new OfferExpectation(statement, word, on)))));
  }

  /** Who is trusted without a login needs neither group nor right. */
  private void admission() {
    Optional<Statement<Set<String>>> mechanism = stated.of(ReceiveConnectorRows.AUTH_MECHANISM);
    boolean trusted = stated.demands(ReceiveConnectorRows.AUTH_MECHANISM, EXTERNAL).orElse(false);
    if (trusted) {
      mechanism.ifPresent(
          source -> {
            all.add(new AdmissionExpectation(source, SessionStep.SENDER, true));
            all.add(new AdmissionExpectation(source, SessionStep.RECIPIENT, true));
          });
      return;
    }
    Optional<Boolean> submits = stated.demands(ReceiveConnectorRows.PERMISSION_GROUPS, ANONYMOUS);
    stated
        .of(ReceiveConnectorRows.PERMISSION_GROUPS)
        .ifPresent(
            source ->
                submits.ifPresent(
                    on -> all.add(new AdmissionExpectation(source, SessionStep.SENDER, on))));
    stated
        .of(ReceiveConnectorRows.EXTENDED_RIGHTS)
        .ifPresent(
            source ->
                relays()
                    .ifPresent(
                        on ->
                            all.add(
                                new AdmissionExpectation(
                                    source, SessionStep.RECIPIENT, on && submits.orElse(true)))));
  }

  /** A right that is denied is not had. */
  private Optional<Boolean> relays() {
    return stated.demands(ReceiveConnectorRows.EXTENDED_RIGHTS, NO_RELAY).orElse(false)
        ? Optional.of(false)
        : stated.demands(ReceiveConnectorRows.EXTENDED_RIGHTS, RELAY);
  }

  private void certificate() {
    Optional<Statement<?>> source =
        stated
            .of(ReceiveConnectorRows.AUTH_MECHANISM)
            .filter(
                any ->
                    stated
                        .demands(ReceiveConnectorRows.AUTH_MECHANISM, OfferExpectation.TLS)
                        .orElse(false))
            .map(statement -> statement);
    source.ifPresent(
        statement ->
            Arrays.stream(CertificateExpectation.Aspect.values())
                .filter(
                    aspect ->
                        aspect != CertificateExpectation.Aspect.NAME || !clients.names().isEmpty())
                .forEach(
                    aspect ->
                        all.add(
                            new CertificateExpectation(
                                statement, aspect, clients.names(), clients.encrypts(), now))));
  }
}
