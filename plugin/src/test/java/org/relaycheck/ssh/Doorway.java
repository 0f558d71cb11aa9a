package org.relaycheck.ssh;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.Account;
import org.relaycheck.live.Admission;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Door;
import org.relaycheck.live.Way;
import org.relaycheck.powershell.FrameFile;
import org.relaycheck.powershell.Interview;
import org.relaycheck.powershell.Payload;
import org.relaycheck.state.Place;

/** Doors and accounts for tests. */
final class Doorway {

  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  static final Path NO_KEYS = Path.of("no-such-known_hosts");
  static final Place PLACE = new Place("relay-connections.yaml", 1, 1);

  final Map<String, Account> accounts = new HashMap<>();
  Home home = new Home(NO_KEYS, Optional.empty());

  Doorway() {
    accounts.put("exchange-ro", password(WindowsServer.USER, WindowsServer.PASSWORD));
  }

  static Account password(String user, String password) {
    return new Account(
        Optional.of(user), Optional.of(password), Optional.empty(), Optional.empty());
  }

  static Account key(String user, Path key, Optional<String> passphrase) {
    return new Account(
        Optional.of(user), Optional.empty(), Optional.of(key.toString()), passphrase);
  }

  /** A door that trusts the server's key. */
  static Door.Ssh to(WindowsServer server) {
    return ssh(server.port(), Optional.of(new Door.Fingerprint(server.fingerprint())));
  }

  static Door.Ssh ssh(int port, Optional<Door.HostKeys> keys) {
    return new Door.Ssh(
        "127.0.0.1",
        Optional.of(port),
        Optional.empty(),
        Optional.of("exchange-ro"),
        keys,
        Optional.empty());
  }

  /** The shell at the end of a way. */
  SshShell shell(Door.Ssh ssh) throws Refused {
    return new SshShell(Hop.way(ssh, accounts()), home, new Ignored());
  }

  org.relaycheck.live.Credentials accounts() {
    return id -> Optional.ofNullable(accounts.get(id));
  }

  SshSource source(Admission admission) {
    return new SshSource(
        new SshSource.Setting(
            accounts(),
            admission,
            home,
            new Interview(() -> "5eed5eed", time -> {}),
            FrameFile::read,
            Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  Asked ask(Door.Reach reach) {
    return source(new Admission()).ask(connection(reach));
  }

  static Connection connection(Door.Reach reach) {
    return connection("EX01", reach);
  }

  static Connection connection(String host, Door.Reach reach) {
    Door door = new Door("org", reach, Optional.empty(), Optional.empty(), Optional.empty(), PLACE);
    return new Connection(host, host, new Way.Through(door), Optional.empty(), false, PLACE);
  }

  static Payload payload() {
    return new Payload("5eed5eed", "script", "", Optional.empty());
  }

  /** Somebody who does not care. */
  static final class Ignored implements SshShell.Admitted {
    @Override
    public void enter(Hop hop) {
      // at once
    }

    @Override
    public void letIn(Hop hop) {
      // nobody waits
    }

    @Override
    public void question() {
      // at once
    }

    @Override
    public void refused(Refused refused) {
      // nobody waits
    }
  }
}
