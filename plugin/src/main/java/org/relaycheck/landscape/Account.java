package org.relaycheck.landscape;

import static org.relaycheck.kind.mailaccounts.MailAccountRows.MAILSERVER_NAME;
import static org.relaycheck.kind.mailaccounts.MailAccountRows.PORT;
import static org.relaycheck.kind.mailaccounts.MailAccountRows.TIMEOUT;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.SettingInputs;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.value.Seen;

/** A mail account of an instance of SQL Server. */
public final class Account extends ServerResource {

  private static final long SMTPS = 465;

  /** What an instance calls itself. */
  private static final Set<String> NAMES = Set.of("ServerName", "MachineName");

  Account(Server server, Address address, SettingInputs inputs, Optional<Desired> desired) {
    super(server, address, inputs, desired);
  }

  /** The most that it may wait for a server; not known of an empty timeout. */
  public Duration patience() throws NotKnownException {
    if (seen(TIMEOUT) instanceof Seen.Nothing<Long>) {
      throw new NotKnownException(
          new UnknownFact(
              "timeout is empty, and how long an account then waits is not documented",
              "set it, such as timeout: {atLeast: 120, set: 120}"));
    }
    return Duration.ofSeconds(most(TIMEOUT));
  }

  /**
   * That it calls the SQL Server itself, in words; empty if it does not. An account that is made
   * without a mail server gets the instance's own name (source of sysmail_add_account_sp).
   */
  public Optional<String> ownHost() throws NotKnownException {
    String called = mailServer();
    Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    own.addAll(server().names());
    NAMES.forEach(fact -> server().told(fact).ifPresent(own::add));
    return own.contains(called)
        ? Optional.of("mailserver_name " + called + " is the SQL Server itself")
        : Optional.empty();
  }

  /**
   * Whether it calls a port on which servers wait for TLS from the first byte, which Database Mail
   * never begins with (reference of .NET's SmtpClient.EnableSsl).
   */
  public boolean meetsImplicitTls() throws NotKnownException {
    return value(PORT) == SMTPS;
  }

  /** The server that it calls, as it names it. */
  public String mailServer() throws NotKnownException {
    return value(MAILSERVER_NAME).spelling();
  }
}
