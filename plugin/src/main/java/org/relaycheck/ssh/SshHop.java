package org.relaycheck.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.Account;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.Door;
import org.relaycheck.live.Stage;

/**
 * One machine on the way, and how to log in there.
 *
 * @param ssh the machine
 * @param account what settings.xml has for it; empty for the keys of the agent
 */
record Hop(Door.Ssh ssh, Optional<Account> account) {

  private static final int SSH = 22;

  /** The machines on the way, the last one being where to go. */
  static List<Hop> way(Door.Ssh ssh, Credentials credentials) throws Refused {
    List<Hop> way = new ArrayList<>();
    if (ssh.jump().isPresent()) {
      way.addAll(way(ssh.jump().get(), credentials));
    }
    Optional<Account> account = Optional.empty();
    if (ssh.credentials().isPresent()) {
      String id = ssh.credentials().get();
      account = credentials.of(id);
      if (account.isEmpty()) {
        throw Refused.at(
            Stage.CREDENTIALS,
            "settings.xml has no <server> '" + id + "'",
            "add one with username and password, or with username and privateKey");
      }
    }
    way.add(new Hop(ssh, account));
    return way;
  }

  String user() throws Refused {
    return ssh.user()
        .or(() -> account.flatMap(Account::user))
        .orElseThrow(
            () ->
                Refused.at(
                    Stage.CREDENTIALS,
                    "nothing says as whom to log in at " + ssh.address(),
                    "say 'user' of the door, or give its <server> in settings.xml a username"));
  }

  int port() {
    return ssh.port().orElse(SSH);
  }

  /** Whether a key is what proves who we are: then Windows gives the session no credentials. */
  boolean keyed() {
    return account.flatMap(Account::privateKey).isPresent() || agent();
  }

  /**
   * What its login is called where it waits for its turn; empty for the keys of the agent. The key
   * and the password that one server of settings.xml holds are two logins.
   */
  Optional<String> login() {
    return ssh.credentials().map(id -> keyed() ? "the key of " + id : id);
  }

  boolean agent() {
    return account.flatMap(Account::privateKey).isEmpty()
        && account.flatMap(Account::password).isEmpty();
  }

  @Override
  public String toString() {
    return port() == SSH ? ssh.address() : ssh.address() + ":" + port();
  }
}
