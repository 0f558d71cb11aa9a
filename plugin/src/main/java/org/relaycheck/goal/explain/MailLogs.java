package org.relaycheck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.relaycheck.explain.log.LogEntry;
import org.relaycheck.explain.log.LogFindings;
import org.relaycheck.explain.log.LogText;
import org.relaycheck.live.Answer;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.LogQuestion;
import org.relaycheck.live.LogRow;
import org.relaycheck.live.Logged;
import org.relaycheck.live.Since;
import org.relaycheck.live.Source;
import org.relaycheck.live.Survey;
import org.relaycheck.live.Way;
import org.relaycheck.policy.Connections;
import org.relaycheck.policy.ConnectionsReader;
import org.relaycheck.policy.HostPick;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.state.Address;

/** Reads the mail logs of the SQL Servers of the connections, several at a time. */
final class MailLogs {

  private static final Asked NOTHING_ELSE =
      new Asked.Answered(new Answer(Map.of(), Optional.empty(), false, Map.of(), List.of()));

  private final Ports ports;
  private final Request request;
  private final List<String> read = new ArrayList<>();
  private final List<String> unseen = new ArrayList<>();
  private int rows;
  private int answered;

  MailLogs(Ports ports, Request request) {
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
            ? "no server let its mail log be read; why is said below"
            : "the mail logs that could be read have no row of that time; an earlier relay.since"
                + " looks further back");
  }

  /** Takes what the logs say since a time into a case. */
  void since(String text, LogFindings told) throws WrongQuestion {
    Since since =
        Since.parse(text)
            .orElseThrow(
                () -> new WrongQuestion("relay.since: '" + text + "' is not " + Since.HINT));
    List<Connection> servers = servers();
    SortedMap<String, Logged> logs = new TreeMap<>(logs(servers, since));
    for (Connection server : servers) {
      Logged logged =
          logs.getOrDefault(
              server.host(),
              new Logged.Unread("reading its log failed inside this plugin", "please report this"));
      if (logged instanceof Logged.Rows rows) {
        take(server.host(), rows, told);
      } else if (logged instanceof Logged.Unread unread) {
        unseen.add(server.host() + ": " + unread.why() + "; " + unread.fix());
      }
    }
  }

  /** A survey of its own kind, so that logs are asked as hosts are: together, and told of. */
  private Map<String, Logged> logs(List<Connection> servers, Since since) {
    Map<String, Logged> logs = new ConcurrentSkipListMap<>();
    Source asking =
        connection -> {
          logs.put(connection.host(), ports.mailLog().read(connection, since));
          return NOTHING_ELSE;
        };
    new Survey(asking, request.parallel(), ports.progress()).answers(servers);
    return logs;
  }

  private List<Connection> servers() throws WrongQuestion {
    try {
      Connections connections = new ConnectionsReader().read(request.connections());
      new HostPick(request.hosts(), request.connections()).check(connections.hosts().values());
      List<Connection> wanted =
          connections.hosts().values().stream().filter(one -> isWanted(one.host())).toList();
      List<Connection> servers =
          wanted.stream().filter(one -> one.way() instanceof Way.SqlServer).toList();
      if (servers.isEmpty()) {
        throw new WrongQuestion(
            "relay.since: no host of "
                + request.connections()
                + " is a SQL Server that is asked directly, and a record holds no mail log; add one"
                + " such as 'SQL01: {sqlserver: sql01.corp.example, credentials: sql-reader}', or"
                + " save the log there and name it: -Drelay.log=FILE");
      }
      return servers;
    } catch (PolicyException wrong) {
      throw new WrongQuestion("relay.since needs to know the SQL Servers: " + wrong.getMessage());
    }
  }

  private boolean isWanted(String host) {
    return request.hosts().isEmpty()
        || request.hosts().stream()
            .anyMatch(name -> Address.folded(name).equals(Address.folded(host)));
  }

  private void take(String host, Logged.Rows rows, LogFindings told) {
    answered++;
    this.rows += rows.rows().size();
    for (LogRow row : rows.rows()) {
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
          host + ": rows before the last " + LogQuestion.MOST + "; state a later relay.since");
    }
    rows.unseen().forEach(what -> unseen.add(host + ": " + what));
  }

  private static LogEntry entry(String host, LogRow row) {
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
