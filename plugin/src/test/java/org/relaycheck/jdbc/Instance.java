package org.relaycheck.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.Answer;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.SqlProperty;
import org.relaycheck.live.SqlQuestion;
import org.relaycheck.standin.tds.Column;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Rows;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.TdsServer;
import org.relaycheck.state.Place;

/** What tests of the adapter have in common: an instance's answers, and how it is asked. */
final class Instance {

  static final String PASSWORD = "pa55wörd€";
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final SqlQuestion MAIL = new SqlQuestion("mailAccounts", "SELECT mail;\n");
  static final SqlQuestion OTHER = new SqlQuestion("mailProfiles", "SELECT other;\n");

  private static final HostWay.Login LOGIN =
      new HostWay.Login(HostWay.Auth.SQL, Optional.of("sql-reader"));
  private static final Place PLACE = new Place("relay-connections.yaml", 3, 3);

  private Instance() {}

  /** Facts in pairs, the server's name first. */
  static Rows facts(String server, String... more) {
    Rows facts = Rows.of(Column.text("fact"), Column.text("value")).row("ServerName", server);
    for (int i = 0; i < more.length; i += 2) {
      facts = facts.row(more[i], more[i + 1]);
    }
    return facts;
  }

  static Rows question(SqlQuestion question) {
    return Rows.of(Column.text("question")).row(question.kind());
  }

  /** A result set of texts. */
  static Rows rows(String... columns) {
    return Rows.of(Arrays.stream(columns).map(Column::text).toArray(Column[]::new));
  }

  /** An instance SQL01 that answers the questions with these replies. */
  static Scenario answers(Reply... replies) {
    List<Reply> all = new ArrayList<>(List.of(facts("SQL01")));
    all.addAll(List.of(replies));
    return Scenario.empty().on("SET NOCOUNT ON", all.toArray(Reply[]::new));
  }

  /** The way to a server on this machine; TLS only if it has it. */
  static HostWay.SqlServer way(TdsServer server) {
    return way(server, Map.of(SqlProperty.ENCRYPT, "optional"));
  }

  static HostWay.SqlServer way(TdsServer server, Map<SqlProperty, String> properties) {
    return way("localhost", server.port(), properties);
  }

  /** The same to whatever is there. */
  static HostWay.SqlServer way(String address, int port) {
    return way(address, port, Map.of(SqlProperty.ENCRYPT, "optional"));
  }

  private static HostWay.SqlServer way(
      String address, int port, Map<SqlProperty, String> properties) {
    return new HostWay.SqlServer(address, Optional.of(port), LOGIN, properties, Optional.empty());
  }

  static HostWay.SqlServer within(Duration deadline, HostWay.SqlServer way) {
    return new HostWay.SqlServer(
        way.address(), way.port(), way.login(), way.properties(), Optional.of(deadline));
  }

  static HostConnection connection(HostWay.SqlServer way) {
    return new HostConnection("SQL01", "SQL01", way, Optional.empty(), false, PLACE);
  }

  static SqlServerSource source(SqlQuestion... questions) {
    LoginAccount reader =
        new LoginAccount(
            Optional.of("relay_reader"), Optional.of(PASSWORD), Optional.empty(), Optional.empty());
    return source(id -> Optional.of(reader), questions);
  }

  static SqlServerSource source(Credentials credentials, SqlQuestion... questions) {
    return new SqlServerSource(
        List.of(questions), credentials, new LoginGate(), InstantSource.fixed(NOW));
  }

  /** The answer to the question about mail accounts. */
  static Answer answer(TdsServer server, SqlQuestion... questions) throws Exception {
    try (SqlServerSource source = source(questions)) {
      HostAnswer asked = source.ask(connection(way(server)));
      if (asked instanceof HostAnswer.Answered answered) {
        return answered.answer();
      }
      throw new AssertionError(asked);
    }
  }

  /** Why there is none. */
  static HostAnswer.Failed failure(HostWay.SqlServer way) throws Exception {
    try (SqlServerSource source = source(MAIL)) {
      HostAnswer asked = source.ask(connection(way));
      if (asked instanceof HostAnswer.Failed failed) {
        return failed;
      }
      throw new AssertionError(asked);
    }
  }
}
