package org.relaycheck.rule.account;

import static org.relaycheck.kind.mailaccounts.MailAccountRows.ENABLE_SSL;
import static org.relaycheck.kind.mailaccounts.MailAccountRows.PORT;

import java.util.Optional;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** An encrypted account calls a port where STARTTLS is spoken. */
public final class AccountPort465 implements AccountRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "account-port-465",
          "An account with enable_ssl does not call port 465",
          new RuleFacts.Grounds(
              "Database Mail begins in clear text and then asks for STARTTLS. A server that expects"
                  + " TLS from the first byte, as is usual on port 465, waits for it, until the"
                  + " account's timeout ends the attempt.",
              "Use port 25 or 587, where STARTTLS is spoken.",
              "Reference of .NET's SmtpClient.EnableSsl, by which Database Mail sends: only"
                  + " STARTTLS, no session that is encrypted from its start"),
          PORT,
          ENABLE_SSL);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Account account) throws NotKnownException {
    return account.meetsImplicitTls() && account.value(ENABLE_SSL)
        ? RuleBreach.of("port 465 with enable_ssl", "port 25 or 587")
        : Optional.empty();
  }
}
