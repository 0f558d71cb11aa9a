package org.relaycheck.ssh;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.powershell.FrameFile;
import org.relaycheck.powershell.InputPayload;
import org.relaycheck.powershell.ShellInterview;
import org.relaycheck.state.Place;

/** Ways and accounts for tests. */
final class SshSetup {

  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  static final Path NO_KEYS = Path.of("no-such-known_hosts");
  static final Place PLACE = new Place("relay-connections.yaml", 1, 1);

  final Map<String, LoginAccount> accounts = new HashMap<>();
  SshHome home = new SshHome(NO_KEYS, Optional.empty());

  SshSetup() {
    accounts.put("exchange-ro", password(WindowsServer.USER, WindowsServer.PASSWORD));
  }

  static LoginAccount password(String user, String password) {
    return new LoginAccount(
        Optional.of(user), Optional.of(password), Optional.empty(), Optional.empty());
  }

  static LoginAccount key(String user, Path key, Optional<String> passphrase) {
    return new LoginAccount(
        Optional.of(user), Optional.empty(), Optional.of(key.toString()), passphrase);
  }

  /** A way that trusts the server's key. */
  static PowerShellWay.Ssh to(WindowsServer server) {
    return ssh(server.port(), Optional.of(new PowerShellWay.Fingerprint(server.fingerprint())));
  }

  static PowerShellWay.Ssh ssh(int port, Optional<PowerShellWay.HostKeys> keys) {
    return new PowerShellWay.Ssh(
        "127.0.0.1",
        Optional.of(port),
        Optional.empty(),
        Optional.of("exchange-ro"),
        keys,
        Optional.empty());
  }

  /** The shell at the end of a way. */
  SshShell shell(PowerShellWay.Ssh ssh) throws RefusedConnection {
    return new SshShell(SshHop.way(ssh, accounts()), home, new Ignored());
  }

  org.relaycheck.live.Credentials accounts() {
    return id -> Optional.ofNullable(accounts.get(id));
  }

  SshSource source(LoginGate gate) {
    return new SshSource(
        new SshSource.Setting(
            accounts(),
            gate,
            home,
            new ShellInterview(() -> "5eed5eed", time -> {}),
            FrameFile::read,
            Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  HostAnswer ask(PowerShellWay.Reach reach) {
    return source(new LoginGate()).ask(connection(reach));
  }

  static HostConnection connection(PowerShellWay.Reach reach) {
    return connection("EX01", reach);
  }

  static HostConnection connection(String host, PowerShellWay.Reach reach) {
    PowerShellWay way =
        new PowerShellWay(
            "org", reach, Optional.empty(), Optional.empty(), Optional.empty(), PLACE);
    return new HostConnection(host, host, new HostWay.Through(way), Optional.empty(), false, PLACE);
  }

  static InputPayload payload() {
    return new InputPayload("5eed5eed", "script", "", Optional.empty());
  }

  /** Somebody who does not care. */
  static final class Ignored implements SshShell.Admitted {
    @Override
    public void enter(SshHop hop) {
      // at once
    }

    @Override
    public void letIn(SshHop hop) {
      // nobody waits
    }

    @Override
    public void question() {
      // at once
    }

    @Override
    public void refused(RefusedConnection refused) {
      // nobody waits
    }
  }
}
