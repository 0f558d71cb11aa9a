package org.relaycheck.engine;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.live.Door;
import org.relaycheck.live.SqlProperty;
import org.relaycheck.live.Stage;
import org.relaycheck.live.Way;

/**
 * A way in words: what a step that was taken has to do with.
 *
 * @param way the way
 */
record WayWords(Way way) {

  private static final int SSH = 22;
  private static final int SQL_SERVER = 1433;

  /** The way as a whole. */
  String all() {
    if (way instanceof Way.Recorded recorded) {
      return "record " + slashed(recorded.file().toString());
    }
    if (way instanceof Way.SqlServer sql) {
      return "SQL Server " + sql.address();
    }
    Door door = ((Way.Through) way).door();
    return "door " + door.name() + ", " + reach(door.reach());
  }

  private static String reach(Door.Reach reach) {
    if (reach instanceof Door.Local) {
      return "PowerShell on this machine";
    }
    return reach instanceof Door.Fetch fetch
        ? fetch.path() + " at " + fetch.ssh().address()
        : "ssh " + ((Door.Ssh) reach).address();
  }

  /** What was seen at a step of the way, given that it was taken. */
  String at(Stage stage) {
    return switch (stage) {
      case CREDENTIALS -> credentials();
      case JUMP -> ssh().flatMap(Door.Ssh::jump).map(jump -> jump.address()).orElse("");
      case NAME -> ssh().map(Door.Ssh::address).orElseGet(() -> sql().address());
      case PORT -> port();
      case ENCRYPTION -> encryption();
      case HOST_KEY -> hostKey();
      case LOGIN -> login();
      case FILE -> file();
      case FORMAT -> "it was read to its end";
      case SHELL -> "an answer came back whole";
      case POWERSHELL, WAY, SERVER, AGE, CLOCK, ECHO, RIGHTS, KINDS -> "";
    };
  }

  private Optional<Door.Ssh> ssh() {
    if (!(way instanceof Way.Through through)) {
      return Optional.empty();
    }
    return through.door().reach() instanceof Door.Fetch fetch
        ? Optional.of(fetch.ssh())
        : Optional.of((Door.Ssh) through.door().reach());
  }

  private Way.SqlServer sql() {
    return (Way.SqlServer) way;
  }

  private String credentials() {
    List<String> ids = way.credentials();
    if (!ids.isEmpty()) {
      return ids.stream().distinct().collect(Collectors.joining(", "))
          + (ids.size() == 1 ? " is" : " are")
          + " in settings.xml";
    }
    return way instanceof Way.Through through && !(through.door().reach() instanceof Door.Local)
        ? "none are named: the keys of the SSH agent"
        : "none are named: the user who runs this";
  }

  private String port() {
    return ssh()
        .map(ssh -> ssh.port().orElse(SSH).toString())
        .orElseGet(
            () ->
                sql().port().isEmpty() && sql().address().indexOf('\\') >= 0
                    ? "as the browser service there says"
                    : sql().port().orElse(SQL_SERVER).toString());
  }

  private String encryption() {
    if (ssh().isPresent()) {
      return "both sides know a common way";
    }
    String trust = sql().properties().getOrDefault(SqlProperty.TRUST_SERVER_CERTIFICATE, "false");
    String asked = sql().properties().getOrDefault(SqlProperty.ENCRYPT, "mandatory");
    return asked
        + (asked.equals("optional")
            ? ": what is asked and answered may go in the clear"
            : trust.equals("true") ? ", any certificate is taken" : ", the certificate is trusted");
  }

  private String hostKey() {
    Optional<Door.HostKeys> keys = ssh().flatMap(Door.Ssh::keys);
    if (keys.isEmpty()) {
      return "in the user's known_hosts";
    }
    return keys.get() instanceof Door.Fingerprint fingerprint
        ? fingerprint.text()
        : "in " + slashed(((Door.KnownHosts) keys.get()).file().toString());
  }

  private String login() {
    return ssh().isPresent() ? "let in" : "let in, auth " + lower(sql().login().auth());
  }

  private String file() {
    return way instanceof Way.Recorded recorded
        ? slashed(recorded.file().toString())
        : ((Door.Fetch) ((Way.Through) way).door().reach()).path();
  }

  private static String lower(Way.Auth auth) {
    return auth.name().toLowerCase(Locale.ROOT);
  }

  private static String slashed(String path) {
    return path.replace(File.separatorChar, '/');
  }
}
