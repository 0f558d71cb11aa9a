package org.relaycheck.goal;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.live.SqlProperty;

/**
 * A way in words: what a step that was taken has to do with.
 *
 * @param way the way
 */
public record WayDescription(HostWay way) {

  private static final int SSH = 22;
  private static final int SQL_SERVER = 1433;

  /** The way as a whole. */
  public String all() {
    if (way instanceof HostWay.Recorded recorded) {
      return "record " + slashed(recorded.file().toString());
    }
    if (way instanceof HostWay.SqlServer sql) {
      return "SQL Server " + sql.address();
    }
    if (way instanceof HostWay.Unlisted) {
      return "a list of servers";
    }
    PowerShellWay shell = ((HostWay.Through) way).shell();
    return "powershell " + shell.name() + ", " + reach(shell.reach());
  }

  private static String reach(PowerShellWay.Reach reach) {
    if (reach instanceof PowerShellWay.Local) {
      return "PowerShell on this machine";
    }
    return reach instanceof PowerShellWay.Fetch fetch
        ? fetch.path() + " at " + fetch.ssh().address()
        : "ssh " + ((PowerShellWay.Ssh) reach).address();
  }

  /** What was seen at a step of the way, given that it was taken. */
  public String at(AskingStage stage) {
    return switch (stage) {
      case CREDENTIALS -> credentials();
      case JUMP -> ssh().flatMap(PowerShellWay.Ssh::jump).map(jump -> jump.address()).orElse("");
      case NAME -> ssh().map(PowerShellWay.Ssh::address).orElseGet(() -> sql().address());
      case PORT -> port();
      case ENCRYPTION -> encryption();
      case HOST_KEY -> hostKey();
      case LOGIN -> login();
      case FILE -> file();
      case FORMAT -> "it was read completely";
      case SHELL -> "a complete answer came back";
      case POWERSHELL, WAY, SERVER, AGE, CLOCK, ECHO, RIGHTS, KINDS -> "";
    };
  }

  private Optional<PowerShellWay.Ssh> ssh() {
    if (!(way instanceof HostWay.Through through)) {
      return Optional.empty();
    }
    return through.shell().reach() instanceof PowerShellWay.Fetch fetch
        ? Optional.of(fetch.ssh())
        : Optional.of((PowerShellWay.Ssh) through.shell().reach());
  }

  private HostWay.SqlServer sql() {
    return (HostWay.SqlServer) way;
  }

  private String credentials() {
    List<String> ids = way.credentials();
    if (!ids.isEmpty()) {
      return ids.stream().distinct().collect(Collectors.joining(", "))
          + (ids.size() == 1 ? " is" : " are")
          + " in settings.xml";
    }
    return way instanceof HostWay.Through through
            && !(through.shell().reach() instanceof PowerShellWay.Local)
        ? "none: the keys of the SSH agent"
        : "none: the user who runs this";
  }

  private String port() {
    return ssh()
        .map(ssh -> ssh.port().orElse(SSH).toString())
        .orElseGet(
            () ->
                sql().port().isEmpty() && sql().address().indexOf('\\') >= 0
                    ? "as SQL Server Browser there says"
                    : sql().port().orElse(SQL_SERVER).toString());
  }

  private String encryption() {
    if (ssh().isPresent()) {
      return "both sides have common algorithms";
    }
    String trust = sql().properties().getOrDefault(SqlProperty.TRUST_SERVER_CERTIFICATE, "false");
    String asked = sql().properties().getOrDefault(SqlProperty.ENCRYPT, "mandatory");
    return asked
        + (asked.equals("optional")
            ? ": questions and answers may go unencrypted"
            : trust.equals("true")
                ? ", any certificate is accepted"
                : ", the certificate is" + " trusted");
  }

  private String hostKey() {
    Optional<PowerShellWay.HostKeys> keys = ssh().flatMap(PowerShellWay.Ssh::keys);
    if (keys.isEmpty()) {
      return "in the user's known_hosts";
    }
    return keys.get() instanceof PowerShellWay.Fingerprint fingerprint
        ? fingerprint.text()
        : "in " + slashed(((PowerShellWay.KnownHosts) keys.get()).file().toString());
  }

  private String login() {
    return ssh().isPresent() ? "logged in" : "logged in, auth " + lower(sql().login().auth());
  }

  private String file() {
    return way instanceof HostWay.Recorded recorded
        ? slashed(recorded.file().toString())
        : ((PowerShellWay.Fetch) ((HostWay.Through) way).shell().reach()).path();
  }

  private static String lower(HostWay.Auth auth) {
    return auth.name().toLowerCase(Locale.ROOT);
  }

  private static String slashed(String path) {
    return path.replace(File.separatorChar, '/');
  }
}
