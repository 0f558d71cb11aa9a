package org.relaycheck.rule.account;

import static org.relaycheck.kind.mailprofiles.MailProfileRows.ACCOUNTS;

import java.util.Optional;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** A mail profile has an account. */
public final class ProfileWithAccount implements ProfileRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "profile-with-account",
          "A mail profile has at least one account",
          new RuleFacts.Grounds(
              "Mail is sent with an account of its profile: a profile without one sends nothing."
                  + " Where the policy states 'accounts', the comparison itself says it.",
              "Add an account with sysmail_add_profileaccount_sp, or remove the profile.",
              "Database Mail failover guide; definition of msdb.dbo.sysmail_profileaccount"),
          ACCOUNTS);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(ServerResource profile) throws NotKnownException {
    return profile.stated(ACCOUNTS).isEmpty() && profile.optional(ACCOUNTS).isEmpty()
        ? RuleBreach.of("it has no account", "an account to send with")
        : Optional.empty();
  }
}
