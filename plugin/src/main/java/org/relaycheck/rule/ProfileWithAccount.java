package org.relaycheck.rule;

import static org.relaycheck.resource.mailprofiles.MailProfileRows.ACCOUNTS;

import java.util.Optional;

/** A mail profile has an account. */
final class ProfileWithAccount implements ProfileRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "profile-with-account",
          "A mail profile has at least one account",
          new RuleFacts.Grounds(
              "sp_send_dbmail takes mail for a profile without an account, and nothing can send it."
                  + " Where the policy states 'accounts', the comparison itself says it.",
              "Add an account with sysmail_add_profileaccount_sp, or remove the profile.",
              "Database Mail failover guide; definition of msdb.dbo.sysmail_profileaccount"),
          ACCOUNTS);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<Breach> breach(Resource profile, Server server) throws NotKnown {
    return profile.stated(ACCOUNTS).isEmpty() && profile.optional(ACCOUNTS).isEmpty()
        ? Breach.of("it has no account", "an account to send with")
        : Optional.empty();
  }
}
