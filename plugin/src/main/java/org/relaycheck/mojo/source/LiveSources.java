package org.relaycheck.mojo.source;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.jdbc.SqlServerLog;
import org.relaycheck.jdbc.SqlServerRegister;
import org.relaycheck.jdbc.SqlServerSource;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LogPeriod;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.MailLog;
import org.relaycheck.live.MailLogAnswer;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.live.SecretMask;
import org.relaycheck.live.register.RegisteredServers;
import org.relaycheck.live.register.ServerRegister;
import org.relaycheck.powershell.FrameFile;
import org.relaycheck.powershell.LocalShell;
import org.relaycheck.powershell.LocalSource;
import org.relaycheck.powershell.ShellInterview;
import org.relaycheck.record.RecordSource;
import org.relaycheck.ssh.SshHome;
import org.relaycheck.ssh.SshSource;

/** The adapters of a run, by the way that a connection takes. */
public final class LiveSources implements AnswerSource, MailLog, ServerRegister, AutoCloseable {

  private final SettingsCredentials credentials;
  private final RecordSource records = new RecordSource(ResourceKinds.receiveConnectors());
  private final LocalSource local;
  private final SshSource ssh;
  private final SqlServerSource sql;

  /** Sources that ask as of a clock. */
  public LiveSources(SettingsCredentials credentials, LoginGate gate, Clock clock) {
    this.credentials = credentials;
    ShellInterview interview = new ShellInterview();
    local =
        new LocalSource(
            new LocalShell(), new LocalSource.Setting(credentials, gate, interview, clock));
    ssh =
        new SshSource(
            new SshSource.Setting(
                credentials, gate, SshHome.ofUser(), interview, FrameFile::read, clock));
    sql = new SqlServerSource(ResourceKinds.sqlQuestions(), credentials, gate, clock);
  }

  @Override
  public HostAnswer ask(HostConnection connection) {
    return ask(List.of(connection)).values().iterator().next();
  }

  @Override
  public Map<HostConnection, HostAnswer> ask(List<HostConnection> oneWay) {
    HostWay way = oneWay.get(0).way();
    Optional<HostAnswer> refused =
        problem(way).map(it -> new HostAnswer.Failed(it.why(), it.fix(), AskingStage.CREDENTIALS));
    if (refused.isPresent()) {
      Map<HostConnection, HostAnswer> none = new LinkedHashMap<>();
      oneWay.forEach(host -> none.put(host, refused.get()));
      return none;
    }
    SecretMask discretion = discretion(way);
    Map<HostConnection, HostAnswer> asked = new LinkedHashMap<>();
    source(way).ask(oneWay).forEach((host, what) -> asked.put(host, discretion.about(what)));
    return asked;
  }

  @Override
  public MailLogAnswer read(HostConnection connection, LogPeriod since) {
    Optional<SettingsCredentials.Problem> problem = problem(connection.way());
    if (problem.isPresent()) {
      return new MailLogAnswer.Unread(problem.get().why(), problem.get().fix());
    }
    MailLogAnswer logged =
        new SqlServerLog(sql, ResourceKinds.mailLogQuestion()).read(connection, since);
    return logged instanceof MailLogAnswer.Unread unread
        ? discretion(connection.way()).about(unread)
        : logged;
  }

  @Override
  public RegisteredServers registered(HostConnection server, Optional<String> group) {
    Optional<SettingsCredentials.Problem> problem = problem(server.way());
    if (problem.isPresent()) {
      return new RegisteredServers.Unread(problem.get().why(), problem.get().fix());
    }
    RegisteredServers listed = new SqlServerRegister(sql).registered(server, group);
    return listed instanceof RegisteredServers.Unread unread
        ? discretion(server.way()).about(unread)
        : listed;
  }

  private Optional<SettingsCredentials.Problem> problem(HostWay way) {
    return way.credentials().stream().flatMap(id -> credentials.problem(id).stream()).findFirst();
  }

  private SecretMask discretion(HostWay way) {
    return SecretMask.of(
        way.credentials().stream().flatMap(id -> credentials.of(id).stream()).toList());
  }

  private AnswerSource source(HostWay way) {
    if (way instanceof HostWay.Through through) {
      return through.shell().reach() instanceof PowerShellWay.Local ? local : ssh;
    }
    if (way instanceof HostWay.Unlisted unlisted) {
      return host -> new HostAnswer.Failed(unlisted.why(), unlisted.fix());
    }
    return way instanceof HostWay.SqlServer ? sql : records;
  }

  @Override
  public void close() {
    sql.close();
  }
}
