package org.relaycheck.rule.account;

import static org.relaycheck.kind.mailprofiles.MailProfileRows.ACCOUNTS;
import static org.relaycheck.kind.mailprofiles.MailProfileRows.TIES;

import java.util.Optional;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** The accounts of a mail profile are in an order. */
public final class ProfileOrder implements ProfileRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "profile-order",
          "No two accounts of a mail profile have the same sequence number",
          new RuleFacts.Grounds(
              "A mail is tried with the account of the lowest sequence number first. Of two with"
                  + " the same number nothing says which is the first: mail may take the account"
                  + " that was meant for emergencies. Where the policy states 'accounts', the"
                  + " comparison itself says it.",
              "Give each account a number of its own with sysmail_update_profileaccount_sp.",
              "Database Mail failover guide; definition of msdb.dbo.sysmail_profileaccount"),
          TIES,
          ACCOUNTS);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(ServerResource profile) throws NotKnownException {
    boolean told = profile.stated(ACCOUNTS).isPresent() || !profile.value(TIES);
    return told
        ? Optional.empty()
        : RuleBreach.of(
            "accounts of it have the same sequence number: " + profile.shown(ACCOUNTS),
            "a number of its own for each");
  }
}
