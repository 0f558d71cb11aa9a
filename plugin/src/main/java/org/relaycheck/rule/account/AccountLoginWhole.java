package org.relaycheck.rule.account;

import static org.relaycheck.kind.mailaccounts.MailAccountRows.AUTH;
import static org.relaycheck.kind.mailaccounts.MailAccountRows.CREDENTIAL;
import static org.relaycheck.kind.mailaccounts.MailAccountRows.USERNAME;
import static org.relaycheck.kind.mailaccounts.MailAccountRows.USE_DEFAULT_CREDENTIALS;

import java.util.Optional;
import org.relaycheck.kind.mailaccounts.AccountCredential;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** A mail account has what one of the three ways to log in needs, and nothing of another. */
public final class AccountLoginWhole implements AccountRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "account-login-whole",
          "An account logs in anonymously, as the SQL Server service, or with a name and a"
              + " password",
          new RuleFacts.Grounds(
              "A change by a tool that does not keep the credential, or by a login that may not see"
                  + " it, leaves an account with a user name and no password, and says nothing:"
                  + " from then on the mail server refuses the login. Where the policy states"
                  + " 'auth', the comparison itself says it.",
              "Set user name and password again with sysmail_update_account_sp; or clear the user"
                  + " name. Let the reading login have VIEW ANY DEFINITION, so that a lost"
                  + " password can be distinguished from one that may not be seen.",
              "definition of msdb.dbo.sysmail_server; sysmail_update_account_sp reference and"
                  + " source"),
          USERNAME,
          CREDENTIAL,
          USE_DEFAULT_CREDENTIALS,
          AUTH);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Account account) throws NotKnownException {
    if (account.stated(AUTH).isPresent()) {
      return Optional.empty();
    }
    AccountCredential login =
        AccountCredential.of(
            account.optional(USE_DEFAULT_CREDENTIALS).orElse(false),
            account.optional(USERNAME),
            account.optional(CREDENTIAL).orElse(false));
    return login.flaw().flatMap(flaw -> RuleBreach.of(flaw, "one whole way to log in"));
  }
}
