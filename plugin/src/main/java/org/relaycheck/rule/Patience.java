package org.relaycheck.rule;

import static org.relaycheck.resource.mailaccounts.MailAccountRows.TIMEOUT;

import org.relaycheck.value.Seen;

/** How long a mail account waits for a server. */
final class Patience {

  private Patience() {}

  /** The most that it can be, in seconds. */
  static long most(Resource account) throws NotKnown {
    if (account.seen(TIMEOUT) instanceof Seen.Nothing<Long>) {
      throw new NotKnown(
          new Lack(
              "timeout is empty, and how long an account then waits is not documented",
              "set it, such as timeout: {atLeast: 120, set: 120}"));
    }
    return account.most(TIMEOUT);
  }
}
