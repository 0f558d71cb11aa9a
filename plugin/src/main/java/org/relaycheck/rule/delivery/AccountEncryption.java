package org.relaycheck.rule.delivery;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REQUIRE_TLS;

import java.util.Optional;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.landscape.ClientLogin;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** An account encrypts where its connector demands it, and only where it offers it. */
public final class AccountEncryption implements DeliveryRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "account-encryption",
          "An account's enable_ssl fits the connector that answers it",
          new RuleFacts.Grounds(
              "A connector with RequireTLS accepts no mail in clear text, and one without Tls in"
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
  public Optional<RuleBreach> breach(Delivery delivery) throws NotKnownException {
    Optional<Connector> connector = delivery.connector();
    return connector.isEmpty()
        ? Optional.empty()
        : new ClientLogin(delivery.account(), connector.get())
            .encryption()
            .flatMap(one -> RuleBreach.of(one.found(), one.wanted(), connector.get()));
  }
}
