package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.FQDN;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TLS_CERTIFICATE_NAME;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Product;
import org.relaycheck.landscape.Certificate;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.state.BreachValue;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Text;
import org.relaycheck.value.Types;

/** The certificate of a connector is there and good for some time. */
public final class ConnectorCertificate implements ConnectorRule {

  /** Days before the end: at the first renewing is urgent, at the second it is to be planned. */
  private static final int URGENT = 30;

  private static final int SOON = 60;

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "connector-certificate",
          "The certificate of a connector with Tls is there, and good for 60 days or more",
          new RuleFacts.Grounds(
              "A certificate that is missing or over stops every account with enable_ssl, and"
                  + " servers that want TLS: Exchange writes event 12014, and offers no STARTTLS or"
                  + " one that fails. TlsCertificateName names issuer and subject, so that a"
                  + " certificate that was renewed by another issuer is not found by it.",
              "Renew the certificate, enable it for SMTP with Enable-ExchangeCertificate -Services"
                  + " SMTP, and set TlsCertificateName to its issuer and subject.",
              "Set-ReceiveConnector reference: TlsCertificateName; Get-ExchangeCertificate"
                  + " reference; event 12014. Where TlsCertificateName is empty, which"
                  + " certificate Exchange takes is judged by its name only: those for SMTP that"
                  + " are"
                  + " for Fqdn"),
          TLS_CERTIFICATE_NAME,
          FQDN,
          AUTH_MECHANISM,
          BreachFacts.CERTIFICATE_END,
          BreachFacts.DAYS_LEFT);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    if (!connector.mayBeOn()
        || connector.server().lacks(Product.EXCHANGE, TLS_CERTIFICATE_NAME)
        || !connector.members(AUTH_MECHANISM).contains("Tls")) {
      return Optional.empty();
    }
    Optional<String> lack = connector.certificateLack();
    if (lack.isPresent()) {
      Optional<LocalDate> until = connector.certificate().flatMap(Certificate::until);
      return RuleBreach.of(lack.get(), "a certificate that the server has, and that is good")
          .map(breach -> by(breach, until));
    }
    return connector
        .certificate()
        .filter(one -> one.until().isPresent())
        .flatMap(one -> ending(one, connector.server().today()));
  }

  private static RuleBreach by(RuleBreach breach, Optional<LocalDate> until) {
    Optional<Text> end = until.flatMap(day -> Types.TEXT.read(Raw.text(day.toString())).known());
    return breach
        .by(TLS_CERTIFICATE_NAME, FQDN)
        .with(new BreachValue<>("", BreachFacts.CERTIFICATE_END, end));
  }

  private static Optional<RuleBreach> ending(Certificate last, LocalDate today) {
    LocalDate until = last.until().orElse(LocalDate.MAX);
    for (int days : List.of(URGENT, SOON)) {
      if (!until.isAfter(today.plusDays(days))) {
        return RuleBreach.of(
                "its certificate "
                    + last
                    + " is good until "
                    + until
                    + ", which is not more than "
                    + days
                    + " days away",
                "a renewed certificate")
            .map(breach -> by(breach, last.until()).with(BreachFacts.DAYS_LEFT, (long) days));
      }
    }
    return Optional.empty();
  }
}
