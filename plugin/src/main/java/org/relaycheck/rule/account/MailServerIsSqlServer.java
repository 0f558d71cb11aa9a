package org.relaycheck.rule;

import static org.relaycheck.resource.mailaccounts.MailAccountRows.MAILSERVER_NAME;

import java.util.Optional;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.NotKnown;

/** A mail account sends to another server than its own. */
final class MailServerOfItsOwn implements AccountRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "mail-server-is-sql-server",
          "The mail server of an account is not the SQL Server itself",
          new RuleFacts.Grounds(
              "An account that is made without @mailserver_name gets the SQL Server's own name,"
                  + " and copies between servers leave the old one's. Nothing listens there, and"
                  + " every mail ends with 'Could not connect to mail server'.",
              "State the relay as mailserver_name; ignore the rule where an SMTP service really"
                  + " runs on the SQL Server.",
              "source of sysmail_add_account_sp"),
          MAILSERVER_NAME);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<Breach> breach(Account account) throws NotKnown {
    return account.ownHost().flatMap(found -> Breach.of(found, "the relay's name"));
  }
}
