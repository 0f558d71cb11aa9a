package org.relaycheck.rule.delivery;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;

import java.util.Optional;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.landscape.ClientLogin;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** An account logs in as its connector lets clients in. */
public final class AccountLogin implements DeliveryRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "account-login",
          "An account logs in in a way that the connector that answers it offers and lets in",
          new RuleFacts.Grounds(
              "A connector accepts mail of clients without a login only with AnonymousUsers among"
                  + " PermissionGroups, of users only with ExchangeUsers, and offers only the"
                  + " logins of AuthMechanism. Otherwise mail is refused, or the login is not"
                  + " used.",
              "Change 'auth' of the account, or AuthMechanism and PermissionGroups of the"
                  + " connector.",
              "Receive connectors guide, for groups and mechanisms. A right that is given beside"
                  + " the groups is taken into account"),
          MailAccountRows.AUTH,
          MailAccountRows.ENABLE_SSL,
          AUTH_MECHANISM,
          PERMISSION_GROUPS,
          EXTENDED_RIGHTS,
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
            .obstacle()
            .flatMap(one -> RuleBreach.of(one.found(), one.wanted(), connector.get()));
  }
}
