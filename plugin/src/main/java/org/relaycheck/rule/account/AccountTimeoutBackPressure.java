package org.relaycheck.rule.account;

import static org.relaycheck.kind.mailaccounts.MailAccountRows.TIMEOUT;

import java.util.Optional;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.HeldReply;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** An account waits longer than Exchange holds replies back under load. */
public final class AccountTimeoutBackPressure implements AccountRule {

  /** Seconds: with a reserve. */
  private static final long LEAST = HeldReply.ENOUGH.toSeconds();

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "account-timeout-back-pressure",
          "An account's timeout is at least 60 seconds",
          new RuleFacts.Grounds(
              "Under back pressure Exchange holds its reply to MAIL FROM, for 10 seconds at first"
                  + " and up to 55. A sender that waits less gives up on mail that would have been"
                  + " taken.",
              "Set the account's timeout to 60 seconds or more.",
              "Back pressure guide of Exchange 2016 and 2019, for the delays; reference of"
                  + " sysmail_update_account_sp. How long an account without a timeout waits is not"
                  + " documented"),
          TIMEOUT);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Account account) throws NotKnownException {
    long seconds = account.patience().toSeconds();
    return seconds < LEAST
        ? RuleBreach.of(
            "timeout "
                + seconds
                + " s is less than the "
                + HeldReply.BACK_PRESSURE.toSeconds()
                + " s of a held reply and a reserve",
            "timeout at least " + LEAST)
        : Optional.empty();
  }
}
