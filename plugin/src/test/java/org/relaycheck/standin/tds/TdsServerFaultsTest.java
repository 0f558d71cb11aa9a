package org.relaycheck.standin.tds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relaycheck.standin.tds.Fault.Busy;
import org.relaycheck.standin.tds.Fault.CutRow;
import org.relaycheck.standin.tds.Fault.Disconnect;
import org.relaycheck.standin.tds.Fault.Drip;
import org.relaycheck.standin.tds.Fault.Silence;

/** What the real driver makes of a server that fails it. */
@Timeout(10)
class TdsServerFaultsTest {
  private static final Rows LONG =
      Rows.of(Column.integer("n"), Column.longText("t")).row(1, "x".repeat(20_000));
  private static final Rows ONE = Rows.of(Column.integer("n")).row(1);

  @Test
  void silence_ends_at_the_socket_timeout() throws Exception {
    try (TdsServer server = TdsServer.start(Scenario.empty().on("SELECT", new Silence()))) {
      SQLServerDataSource source = TestClient.plain(server);
      source.setSocketTimeout(200);
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.executeQuery("SELECT n"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("Read timed out");
        assertThat(connection.isClosed()).isTrue();
      }
    }
  }

  @Test
  void silence_after_a_row_ends_at_the_socket_timeout() throws Exception {
    Scenario half = Scenario.empty().on("SELECT", ONE, new Silence(), LONG);
    try (TdsServer server = TdsServer.start(half)) {
      SQLServerDataSource source = TestClient.plain(server);
      source.setSocketTimeout(200);
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(
                () -> {
                  statement.execute("SELECT n; SELECT n, t");
                  statement.getMoreResults();
                })
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("Read timed out");
      }
    }
  }

  @Test
  void silence_at_login_ends_at_the_login_timeout() throws Exception {
    try (TdsServer server = TdsServer.start(Scenario.empty().onLogin(new Silence()))) {
      SQLServerDataSource source = TestClient.plain(server);
      source.setLoginTimeout(1);

      assertThatThrownBy(() -> source.getConnection().close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("timed out");
    }
  }

  @Test
  void a_query_timeout_sends_an_attention_and_the_connection_lives_on() throws Exception {
    Scenario half = Scenario.empty().on("t", new Busy(), LONG).on("n", ONE);
    try (TdsServer server = TdsServer.start(half);
        Connection connection = TestClient.plain(server).getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);

      assertThatThrownBy(() -> statement.executeQuery("SELECT t"))
          .isInstanceOf(SQLTimeoutException.class);
      assertThat(server.attentions()).isEqualTo(1);
      assertThat(statement.executeQuery("SELECT n").next()).isTrue();
    }
  }

  @Test
  void a_query_timeout_alone_does_not_end_silence() throws Exception {
    try (TdsServer server = TdsServer.start(Scenario.empty().on("SELECT", new Silence()))) {
      SQLServerDataSource source = TestClient.plain(server);
      source.setSocketTimeout(2_000);
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(1);

        assertThatThrownBy(() -> statement.executeQuery("SELECT n"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("timed out");
        assertThat(server.attentions()).isEqualTo(1);
      }
    }
  }

  @Test
  void a_stubborn_drip_ends_when_the_connection_is_aborted() throws Exception {
    Scenario slow = Scenario.empty().on("t", new Drip(Duration.ofMillis(20), true), LONG);
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try (TdsServer server = TdsServer.start(slow)) {
      SQLServerDataSource source = TestClient.plain(server);
      source.setSocketTimeout(500);
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        ScheduledFuture<?> aborted =
            clock.schedule(() -> abort(connection), 1_000, TimeUnit.MILLISECONDS);

        assertThatThrownBy(() -> statement.executeQuery("SELECT t"))
            .isInstanceOf(SQLException.class)
            .hasMessageNotContaining("Read timed out");
        assertThat(aborted.get(5, TimeUnit.SECONDS)).isNull();
      }
    } finally {
      clock.shutdownNow();
    }
  }

  @Test
  void a_slow_drip_escapes_the_socket_timeout_but_not_the_query_timeout() throws Exception {
    Scenario slow =
        Scenario.empty().on("t", new Drip(Duration.ofMillis(5), false), LONG).on("n", ONE);
    try (TdsServer server = TdsServer.start(slow)) {
      SQLServerDataSource source = TestClient.plain(server);
      source.setSocketTimeout(500);
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(1);

        assertThatThrownBy(() -> readAll(statement.executeQuery("SELECT t")))
            .isInstanceOf(SQLException.class)
            .hasMessage("The query has timed out.");
        assertThat(server.attentions()).isEqualTo(1);
        assertThat(statement.executeQuery("SELECT n").next()).isTrue();
      }
    }
  }

  @Test
  void a_drip_without_pauses_arrives_whole() throws Exception {
    Scenario drip = Scenario.empty().on("SELECT", new Drip(Duration.ZERO, false), LONG);
    try (TdsServer server = TdsServer.start(drip);
        Connection connection = TestClient.plain(server).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT n, t")) {
      assertThat(result.next()).isTrue();
      assertThat(result.getString("t")).hasSize(20_000);
    }
  }

  @Test
  void a_disconnect_in_the_middle_of_a_row_is_an_error_after_the_rows_before() throws Exception {
    Rows two = ONE.row(2);
    try (TdsServer server = TdsServer.start(Scenario.empty().on("SELECT", new CutRow(two)));
        Connection connection = TestClient.plain(server).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT n")) {
      assertThat(result.next()).isTrue();
      assertThat(result.getInt("n")).isEqualTo(1);
      assertThatThrownBy(() -> readAll(result)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void a_disconnect_before_the_reply_is_an_error() throws Exception {
    try (TdsServer server = TdsServer.start(Scenario.empty().on("SELECT", new Disconnect()));
        Connection connection = TestClient.plain(server).getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT n")).isInstanceOf(SQLException.class);
      assertThat(server.batches()).containsExactly("SELECT n");
    }
  }

  @Test
  void a_disconnect_at_login_is_an_error() throws Exception {
    try (TdsServer server = TdsServer.start(Scenario.empty().onLogin(new Disconnect()))) {
      assertThatThrownBy(() -> TestClient.plain(server).getConnection().close())
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void closing_a_server_ends_its_threads_and_its_connections() throws Exception {
    TdsServer server = TdsServer.start(Scenario.empty().on("SELECT", new Silence()));
    try (Connection connection = TestClient.plain(server).getConnection()) {
      server.close();

      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain(Crew.THREAD);
      assertThat(connection.isValid(1)).isFalse();
    }
  }

  private static Void abort(Connection connection) throws SQLException {
    connection.abort(Runnable::run);
    return null;
  }

  private static void readAll(ResultSet result) throws SQLException {
    while (result.next()) {
      result.getObject(1);
    }
  }
}
