package org.relaycheck.rule.account;

import static org.relaycheck.kind.mailaccounts.MailAccountRows.AUTH;
import static org.relaycheck.kind.mailaccounts.MailAccountRows.MAILSERVER_NAME;

import java.util.Optional;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.ExchangeOnline;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** A mail account does not log in to Exchange Online with a password. */
public final class CloudLoginEnds implements AccountRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "cloud-login-ends",
          "An account does not log in to Exchange Online with a password",
          new RuleFacts.Grounds(
              "Exchange Online ends SMTP AUTH with a password: until the end of December 2026"
                  + " nothing changes, then it is off by default for existing tenants,"
                  + " administrators can turn it on again, and new tenants have none; the final"
                  + " date is to be announced in the second half of 2027. Database Mail speaks no"
                  + " OAuth, so that such an account sends nothing from then on: the reply is 550"
                  + " 5.7.30 'Basic authentication is not supported for Client Submission', or 535"
                  + " 5.7.139.",
              "Let the account send to a relay of your own that sends on without a password, such"
                  + " as a receive connector of Exchange Server (on Exchange SE, or on a standalone"
                  + " Edge server), which delivers to the tenant through a connector; or use Azure"
                  + " Communication Services (port 587 with STARTTLS, a user name resource, and a"
                  + " secret of Microsoft Entra as password); or, for recipients inside the tenant"
                  + " alone, High Volume Email, which takes passwords until September 2028. To gain"
                  + " time an administrator of the tenant can turn SMTP AUTH on again. IIS SMTP is"
                  + " no way out: Windows Server 2025 does not have it.",
              "message center MC786329, update of 27 January 2026; Azure Communication Services"
                  + " documentation; Exchange Team blog 4521241; documentation of High Volume"
                  + " Email. Pages that say March or April 2026 are outdated"),
          MAILSERVER_NAME,
          AUTH,
          BreachFacts.LOGIN_ENDED);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Account account) throws NotKnownException {
    return ExchangeOnline.endOfLogin(account)
        .flatMap(
            found ->
                RuleBreach.of(
                    found,
                    "a relay of your own as mailserver_name, or a service that takes passwords"
                        + " after that"))
        .map(breach -> breach.with(BreachFacts.LOGIN_ENDED, ExchangeOnline.isLoginOver(account)));
  }
}
