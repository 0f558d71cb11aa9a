package org.relaycheck.landscape;

import static org.relaycheck.resource.mailaccounts.MailAccountRows.MAILSERVER_NAME;
import static org.relaycheck.resource.mailaccounts.MailAccountRows.TIMEOUT;

import java.time.Duration;
import java.util.Optional;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.value.Seen;

/** A mail account of an instance of SQL Server. */
public final class Account extends Resource {

  Account(Server server, Address address, Inputs inputs, Optional<Desired> desired) {
    super(server, address, inputs, desired);
  }

  /** The most that it may wait for a server; not known of an empty timeout. */
  public Duration patience() throws NotKnown {
    if (seen(TIMEOUT) instanceof Seen.Nothing<Long>) {
      throw new NotKnown(
          new Lack(
              "timeout is empty, and how long an account then waits is not documented",
              "set it, such as timeout: {atLeast: 120, set: 120}"));
    }
    return Duration.ofSeconds(most(TIMEOUT));
  }

  /** The server that it calls, as it names it. */
  public String mailServer() throws NotKnown {
    return value(MAILSERVER_NAME).spelling();
  }
}
