package org.relaycheck.rule.account;

import static org.relaycheck.kind.mailaccounts.MailAccountRows.AUTH;
import static org.relaycheck.kind.mailaccounts.MailAccountRows.MAILSERVER_NAME;

import java.util.Optional;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.ExchangeOnline;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** A mail account does not deliver to a tenant's MX without a login. */
public final class DirectSend implements AccountRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "direct-send",
          "An account does not deliver to a tenant of Exchange Online without a login",
          new RuleFacts.Grounds(
              "What comes to a tenant's MX without a login is mail from the Internet to Exchange"
                  + " Online, although its sender is of the tenant: it reaches recipients of the"
                  + " tenant alone, may end as spam, and a tenant with RejectDirectSend refuses it"
                  + " with 550 5.7.68 'TenantInboundAttribution; Direct Send not allowed'.",
              "Let the account send to a relay of your own; or give the tenant an inbound connector"
                  + " that knows the sender by its public address or by a certificate. With such a"
                  + " connector, let the policy ignore the rule.",
              "Set-OrganizationConfig reference: RejectDirectSend; published replies of Exchange"
                  + " Online. Whether the tenant has an inbound connector for the sender, no"
                  + " server that is asked here knows"),
          MAILSERVER_NAME,
          AUTH);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Account account) throws NotKnownException {
    String server = account.mailServer();
    return ExchangeOnline.isTenantMx(server) && account.value(AUTH).equals("anonymous")
        ? RuleBreach.of(
            "it delivers to "
                + server
                + ", where the Internet delivers the tenant's mail, without"
                + " a login",
            "a relay of your own as mailserver_name")
        : Optional.empty();
  }
}
