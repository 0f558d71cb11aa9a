package org.relaycheck.rule;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.REQUIRE_TLS;

import java.util.Optional;
import org.relaycheck.landscape.ClientLogin;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.NotKnown;
import org.relaycheck.resource.mailaccounts.MailAccountRows;

/** An account encrypts where its connector demands it, and only where it offers it. */
final class AccountEncryption implements DeliveryRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "account-encryption",
          "An account's enable_ssl fits the connector that answers it",
          new RuleFacts.Grounds(
              "A connector with RequireTLS takes no mail in clear text, and one without Tls in"
                  + " AuthMechanism offers no STARTTLS, so that an account with enable_ssl cannot"
                  + " send.",
              "Set enable_ssl as the connector needs it, or change RequireTLS or AuthMechanism of"
                  + " the connector.",
              "Set-ReceiveConnector reference; reference of .NET's SmtpClient.EnableSsl, by which"
                  + " Database Mail sends"),
          MailAccountRows.ENABLE_SSL,
          REQUIRE_TLS,
          AUTH_MECHANISM,
          MailAccountRows.MAILSERVER_NAME,
          MailAccountRows.PORT);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<Breach> breach(Delivery delivery) throws NotKnown {
    Optional<Connector> connector = delivery.connector();
    return connector.isEmpty()
        ? Optional.empty()
        : new ClientLogin(delivery.account(), connector.get())
            .encryption()
            .flatMap(one -> Breach.of(one.found(), one.wanted(), connector.get()));
  }
}
