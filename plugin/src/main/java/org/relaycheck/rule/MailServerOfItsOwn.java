package org.relaycheck.rule;

import static org.relaycheck.resource.mailaccounts.MailAccountRows.MAILSERVER_NAME;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.NotKnown;
import org.relaycheck.landscape.Server;

/** A mail account sends to another server than its own. */
final class MailServerOfItsOwn implements AccountRule {

  private static final Set<String> NAMES = Set.of("ServerName", "MachineName");

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
    String name = account.value(MAILSERVER_NAME).spelling();
    Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Server server = account.server();
    own.addAll(server.names());
    NAMES.forEach(fact -> server.told(fact).ifPresent(own::add));
    return own.contains(name)
        ? Breach.of("mailserver_name " + name + " is the SQL Server itself", "the relay's name")
        : Optional.empty();
  }
}
