package org.relaycheck.rule.account;

import static org.relaycheck.kind.mailaccounts.MailAccountRows.PROFILES;

import java.util.Optional;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** A mail account is in a profile. */
public final class AccountInProfile implements AccountRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "account-in-profile",
          "An account is in at least one mail profile",
          new RuleFacts.Grounds(
              "Mail is sent with a profile, never with an account: one that no profile has sends"
                  + " nothing, however right its settings are.",
              "Add the account to a profile with sysmail_add_profileaccount_sp, or take it out of"
                  + " the policy.",
              "sysmail_add_profileaccount_sp reference; definition of"
                  + " msdb.dbo.sysmail_profileaccount"),
          PROFILES);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Account account) throws NotKnownException {
    return account.members(PROFILES).isEmpty()
        ? RuleBreach.of("it is in no mail profile", "a profile that has it")
        : Optional.empty();
  }
}
