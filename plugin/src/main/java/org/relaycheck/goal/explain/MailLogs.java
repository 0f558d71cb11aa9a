package org.relaycheck.goal.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.relaycheck.connections.Connections;
import org.relaycheck.connections.HostPick;
import org.relaycheck.explain.log.LogEntry;
import org.relaycheck.explain.log.LogFindings;
import org.relaycheck.explain.log.LogText;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LogPeriod;
import org.relaycheck.live.MailLogAnswer;
import org.relaycheck.live.MailLogQuestion;
import org.relaycheck.live.MailLogRow;
import org.relaycheck.live.Survey;
import org.relaycheck.state.Address;
import org.relaycheck.yaml.PolicyException;

/** Reads the mail logs of the SQL Servers of the connections, several at a time. */
final class MailLogs {

  private static final HostAnswer NOTHING_ELSE =
      new HostAnswer.Answered(new Answer(Map.of(), Optional.empty(), false, Map.of(), List.of()));

  private final GoalPorts ports;
  private final GoalRequest request;
  private final List<String> read = new ArrayList<>();
  private final List<String> unseen = new ArrayList<>();
  private int rows;
  private int answered;

  MailLogs(GoalPorts ports, GoalRequest request) {
    this.ports = ports;
    this.request = request;
  }

  /** What was read, a sentence each. */
  List<String> read() {
    return List.copyOf(read);
  }

  /** What was not, each with the reason. */
  List<String> unseen() {
    return List.copyOf(unseen);
  }

  /** Why there is no log to speak of, as a clause; empty if a row was read. */
  Optional<String> nothing() {
    if (rows > 0) {
      return Optional.empty();
    }
    return Optional.of(
        answered == 0
            ? "no mail log could be read; the reasons are below"
            : "the mail logs that could be read have no row of that time; an earlier relay.since"
                + " looks further back");
  }

  /** Takes what the logs say since a time into a case. */
  void since(String text, LogFindings told) throws WrongQuestionException {
    LogPeriod since =
        LogPeriod.parse(text)
            .orElseThrow(
                () ->
                    new WrongQuestionException(
                        "relay.since: '" + text + "' is not " + LogPeriod.HINT));
    List<HostConnection> servers = servers();
    SortedMap<String, MailLogAnswer> logs = new TreeMap<>(logs(servers, since));
    for (HostConnection server : servers) {
      MailLogAnswer logged =
          logs.getOrDefault(
              server.host(),
              new MailLogAnswer.Unread(
                  "reading its log failed inside this plugin", "please report this"));
      if (logged instanceof MailLogAnswer.Rows rows) {
        take(server.host(), rows, told);
      } else if (logged instanceof MailLogAnswer.Unread unread) {
        unseen.add(server.host() + ": " + unread.why() + "; " + unread.fix());
      }
    }
  }

  /** A survey of its own kind, so that logs are asked as hosts are: together, and told of. */
  private Map<String, MailLogAnswer> logs(List<HostConnection> servers, LogPeriod since) {
    Map<String, MailLogAnswer> logs = new ConcurrentSkipListMap<>();
    AnswerSource asking =
        connection -> {
          logs.put(connection.host(), ports.mailLog().read(connection, since));
          return NOTHING_ELSE;
        };
    new Survey(asking, request.parallel(), ports.progress()).answers(servers);
    return logs;
  }

  private List<HostConnection> servers() throws WrongQuestionException {
    try {
      Connections connections = request.paths().connected();
      new HostPick(request.hosts(), request.connections()).check(connections.hosts().values());
      List<HostConnection> wanted =
          connections.hosts().values().stream().filter(one -> isWanted(one.host())).toList();
      List<HostConnection> servers =
          wanted.stream().filter(one -> one.way() instanceof HostWay.SqlServer).toList();
      if (servers.isEmpty()) {
        throw new WrongQuestionException(
            "relay.since: no host of "
                + request.connections()
                + " is a SQL Server that is asked directly, and a record holds no mail log; add one"
                + " such as 'SQL01: {sqlserver: sql01.corp.example, credentials: sql-reader}', or"
                + " save the log there and name it: \"-Drelay.log=FILE\"");
      }
      return servers;
    } catch (PolicyException wrong) {
      throw new WrongQuestionException(
          "relay.since needs to know the SQL Servers: " + wrong.getMessage());
    }
  }

  private boolean isWanted(String host) {
    return request.hosts().isEmpty()
        || request.hosts().stream()
            .anyMatch(name -> Address.folded(name).equals(Address.folded(host)));
  }

  private void take(String host, MailLogAnswer.Rows rows, LogFindings told) {
    answered++;
    this.rows += rows.rows().size();
    for (MailLogRow row : rows.rows()) {
      LogText.row(entry(host, row), entry -> told.accept(named(host, entry, rows.accounts())));
    }
    SortedMap<String, Long> mails = new TreeMap<>(rows.mails());
    read.add(
        host
            + ": "
            + rows.rows().size()
            + " rows of its mail log"
            + (mails.isEmpty() ? "" : "; mails: " + mails.toString().replaceAll("[{}]", "")));
    if (!rows.complete()) {
      unseen.add(
          host + ": rows before the last " + MailLogQuestion.MOST + "; state a later relay.since");
    }
    rows.unseen().forEach(what -> unseen.add(host + ": " + what));
  }

  private static LogEntry entry(String host, MailLogRow row) {
    Optional<String> account = Optional.of(row.account()).filter(number -> !number.isEmpty());
    return new LogEntry(
        host + " log " + row.number(), row.text(), account, Optional.of(row.at()), row.delivered());
  }

  private static LogEntry named(String host, LogEntry entry, Map<String, String> names) {
    Optional<String> account =
        entry.account().map(number -> host + "\\" + names.getOrDefault(number, number));
    return new LogEntry(entry.where(), entry.text(), account, entry.at(), entry.delivered());
  }
}
