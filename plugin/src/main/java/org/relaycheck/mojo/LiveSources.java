package org.relaycheck.mojo;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.engine.ResourceTypes;
import org.relaycheck.jdbc.SqlServerLog;
import org.relaycheck.jdbc.SqlServerSource;
import org.relaycheck.live.Admission;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Discretion;
import org.relaycheck.live.Door;
import org.relaycheck.live.Logged;
import org.relaycheck.live.MailLog;
import org.relaycheck.live.Since;
import org.relaycheck.live.Source;
import org.relaycheck.live.Stage;
import org.relaycheck.live.Way;
import org.relaycheck.powershell.FrameFile;
import org.relaycheck.powershell.Interview;
import org.relaycheck.powershell.LocalShell;
import org.relaycheck.powershell.LocalSource;
import org.relaycheck.recorded.RecordSource;
import org.relaycheck.ssh.Home;
import org.relaycheck.ssh.SshSource;

/** The adapters of a run, by the way that a connection takes. */
final class Sources implements Source, MailLog, AutoCloseable {

  private static final String MASTER_PASSWORD =
      "give settings-security.xml its master password, or encrypt it again";

  private final SettingsCredentials credentials;
  private final RecordSource records = new RecordSource(ResourceTypes.receiveConnectors());
  private final LocalSource local;
  private final SshSource ssh;
  private final SqlServerSource sql;

  Sources(SettingsCredentials credentials, Admission admission, Clock clock) {
    this.credentials = credentials;
    Interview interview = new Interview();
    local =
        new LocalSource(
            new LocalShell(), new LocalSource.Setting(credentials, admission, interview, clock));
    ssh =
        new SshSource(
            new SshSource.Setting(
                credentials, admission, Home.ofUser(), interview, FrameFile::read, clock));
    sql = new SqlServerSource(ResourceTypes.sqlQuestions(), credentials, admission, clock);
  }

  @Override
  public Asked ask(Connection connection) {
    return ask(List.of(connection)).values().iterator().next();
  }

  @Override
  public Map<Connection, Asked> ask(List<Connection> oneWay) {
    Way way = oneWay.get(0).way();
    Optional<String> problem =
        way.credentials().stream().flatMap(id -> credentials.problem(id).stream()).findFirst();
    if (problem.isPresent()) {
      Map<Connection, Asked> none = new LinkedHashMap<>();
      oneWay.forEach(
          host ->
              none.put(host, new Asked.Failed(problem.get(), MASTER_PASSWORD, Stage.CREDENTIALS)));
      return none;
    }
    Discretion discretion = discretion(way);
    Map<Connection, Asked> asked = new LinkedHashMap<>();
    source(way).ask(oneWay).forEach((host, what) -> asked.put(host, discretion.about(what)));
    return asked;
  }

  @Override
  public Logged read(Connection connection, Since since) {
    Optional<String> problem =
        connection.way().credentials().stream()
            .flatMap(id -> credentials.problem(id).stream())
            .findFirst();
    if (problem.isPresent()) {
      return new Logged.Unread(problem.get(), MASTER_PASSWORD);
    }
    Logged logged = new SqlServerLog(sql, ResourceTypes.mailLogQuestion()).read(connection, since);
    return logged instanceof Logged.Unread unread
        ? discretion(connection.way()).about(unread)
        : logged;
  }

  private Discretion discretion(Way way) {
    return Discretion.of(
        way.credentials().stream().flatMap(id -> credentials.of(id).stream()).toList());
  }

  private Source source(Way way) {
    if (way instanceof Way.Through through) {
      return through.door().reach() instanceof Door.Local ? local : ssh;
    }
    return way instanceof Way.SqlServer ? sql : records;
  }

  @Override
  public void close() {
    sql.close();
  }
}
