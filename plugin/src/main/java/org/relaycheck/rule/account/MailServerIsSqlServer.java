package org.relaycheck.rule.account;

import static org.relaycheck.kind.mailaccounts.MailAccountRows.MAILSERVER_NAME;

import java.util.Optional;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** A mail account sends to another server than its own. */
public final class MailServerIsSqlServer implements AccountRule {

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
  public Optional<RuleBreach> breach(Account account) throws NotKnownException {
    return account.ownHost().flatMap(found -> RuleBreach.of(found, "the relay's name"));
  }
}
