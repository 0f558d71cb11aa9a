package org.relaycheck.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.probe.Envelope;
import org.relaycheck.probe.Step;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Statement;

/** What a policy says of one connector that a visit can show. */
final class Claims {

  private static final String ANONYMOUS = "AnonymousUsers";
  private static final String EXTERNAL = "ExternalAuthoritative";
  private static final String RELAY = "allow anonymous ms-Exch-SMTP-Accept-Any-Recipient";
  private static final String NO_RELAY = "deny anonymous ms-Exch-SMTP-Accept-Any-Recipient";

  /** Nobody gets mail there (RFC 2606), and no server takes the domain for its own. */
  private static final String NOBODY = "relay-probe@example.org";

  private final Stated stated;
  private final Clients clients;
  private final Instant now;
  private final List<Claim> all = new ArrayList<>();

  private Claims(Stated stated, Clients clients, Instant now) {
    this.stated = stated;
    this.clients = clients;
    this.now = now;
  }

  /**
   * All of them, settings in the order of the catalogue first.
   *
   * @param clients who of the policy uses the server
   */
  static List<Claim> of(Stated stated, Clients clients, Instant now) {
    Claims claims = new Claims(stated, clients, now);
    Sights.ALL.forEach(claims::setting);
    claims.mechanisms();
    claims.admission();
    claims.certificate();
    return List.copyOf(claims.all);
  }

  /** What has to be named to see all of them; empty if nothing has to. */
  static Optional<Envelope> envelope(List<Claim> claims, Clients clients) {
    return claims.stream().anyMatch(Claims::needsSender)
        ? Optional.of(new Envelope(clients.sender().orElse(NOBODY), NOBODY))
        : Optional.empty();
  }

  private static boolean needsSender(Claim claim) {
    return claim instanceof AdmissionClaim || Sights.needsEnvelope(claim.source().property());
  }

  private <T> void setting(Sight<T> sight) {
    stated.of(sight.row()).ifPresent(source -> all.add(new SettingClaim<>(source, sight)));
  }

  private void mechanisms() {
    Optional<Statement<Set<String>>> source = stated.of(ReceiveConnectorRows.AUTH_MECHANISM);
    source.ifPresent(
        statement ->
            WordClaim.VISIBLE.forEach(
                word ->
                    stated
                        .demands(ReceiveConnectorRows.AUTH_MECHANISM, word)
                        .ifPresent(on -> all.add(new WordClaim(statement, word, on)))));
  }

  /** Who is trusted without a login needs neither group nor right. */
  private void admission() {
    Optional<Statement<Set<String>>> mechanism = stated.of(ReceiveConnectorRows.AUTH_MECHANISM);
    boolean trusted = stated.demands(ReceiveConnectorRows.AUTH_MECHANISM, EXTERNAL).orElse(false);
    if (trusted) {
      mechanism.ifPresent(
          source -> {
            all.add(new AdmissionClaim(source, Step.SENDER, true));
            all.add(new AdmissionClaim(source, Step.RECIPIENT, true));
          });
      return;
    }
    Optional<Boolean> submits = stated.demands(ReceiveConnectorRows.PERMISSION_GROUPS, ANONYMOUS);
    stated
        .of(ReceiveConnectorRows.PERMISSION_GROUPS)
        .ifPresent(
            source ->
                submits.ifPresent(on -> all.add(new AdmissionClaim(source, Step.SENDER, on))));
    stated
        .of(ReceiveConnectorRows.EXTENDED_RIGHTS)
        .ifPresent(
            source ->
                relays()
                    .ifPresent(
                        on ->
                            all.add(
                                new AdmissionClaim(
                                    source, Step.RECIPIENT, on && submits.orElse(true)))));
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
                        .demands(ReceiveConnectorRows.AUTH_MECHANISM, WordClaim.TLS)
                        .orElse(false))
            .map(statement -> statement);
    source.ifPresent(
        statement ->
            Arrays.stream(CertificateClaim.Aspect.values())
                .filter(
                    aspect -> aspect != CertificateClaim.Aspect.NAME || !clients.names().isEmpty())
                .forEach(
                    aspect ->
                        all.add(
                            new CertificateClaim(
                                statement, aspect, clients.names(), clients.encrypts(), now))));
  }
}
