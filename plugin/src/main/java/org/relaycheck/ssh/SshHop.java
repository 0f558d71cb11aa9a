package org.relaycheck.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.PowerShellWay;

/**
 * One machine on the way, and how to log in there.
 *
 * @param ssh the machine
 * @param account what settings.xml has for it; empty for the keys of the agent
 */
record SshHop(PowerShellWay.Ssh ssh, Optional<LoginAccount> account) {

  private static final int SSH = 22;

  /** The machines on the way, the last one being where to go. */
  static List<SshHop> way(PowerShellWay.Ssh ssh, Credentials credentials) throws RefusedConnection {
    List<SshHop> way = new ArrayList<>();
    if (ssh.jump().isPresent()) {
      way.addAll(way(ssh.jump().get(), credentials));
    }
    Optional<LoginAccount> account = Optional.empty();
    if (ssh.credentials().isPresent()) {
      String id = ssh.credentials().get();
      account = credentials.of(id);
      if (account.isEmpty()) {
        throw RefusedConnection.at(
            AskingStage.CREDENTIALS,
            "settings.xml has no <server> '" + id + "'",
            "add one with username and password, or with username and privateKey");
      }
    }
    way.add(new SshHop(ssh, account));
    return way;
  }

  String user() throws RefusedConnection {
    return ssh.user()
        .or(() -> account.flatMap(LoginAccount::user))
        .orElseThrow(
            () ->
                RefusedConnection.at(
                    AskingStage.CREDENTIALS,
                    "there is no user name for the login at " + ssh.address(),
                    "add 'user' to the powershell entry, or give its <server> in settings.xml a"
                        + " username"));
  }

  int port() {
    return ssh.port().orElse(SSH);
  }

  /** Whether a key is what proves who we are: then Windows gives the session no credentials. */
  boolean keyed() {
    return account.flatMap(LoginAccount::privateKey).isPresent() || agent();
  }

  /**
   * What its login is called where it waits for its turn; empty for the keys of the agent. The key
   * and the password that one server of settings.xml holds are two logins.
   */
  Optional<String> login() {
    return ssh.credentials().map(id -> keyed() ? "the key of " + id : id);
  }

  boolean agent() {
    return account.flatMap(LoginAccount::privateKey).isEmpty()
        && account.flatMap(LoginAccount::password).isEmpty();
  }

  @Override
  public String toString() {
    return port() == SSH ? ssh.address() : ssh.address() + ":" + port();
  }
}
