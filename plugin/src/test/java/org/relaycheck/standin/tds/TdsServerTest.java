package org.relaycheck.standin.tds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the real driver makes of a server's answers. */
class TdsServerTest {
  private static final Rows ONE = Rows.of(Column.integer("n")).row(1);

  @Test
  void a_login_is_recorded_as_the_client_sent_it() throws Exception {
    try (TdsServer server = TdsServer.start(Scenario.empty())) {
      SQLServerDataSource source = TestClient.plain(server);
      source.setApplicationIntent("ReadOnly");

      source.getConnection().close();

      assertThat(server.logins())
          .containsExactly(
              new Login("relay_reader", "pa55wörd€", "relay-maven-plugin", "msdb", true, ""));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_refused_login_is_error_18456() throws Exception {
    Scenario refusal = Scenario.empty().onLogin(Failure.loginFailed("relay_reader"));
    try (TdsServer server = TdsServer.start(refusal)) {
      SQLException error =
          catchThrowableOfType(
              SQLException.class, () -> TestClient.plain(server).getConnection().close());

      assertThat(error.getErrorCode()).isEqualTo(18456);
      assertThat(error.getSQLState()).isEqualTo("S0001");
      assertThat(error.getMessage()).contains("Login failed for user 'relay_reader'");
      assertThat(server.logins()).hasSize(1);
    }
  }

  @Test
  void a_notice_at_login_goes_unheard() throws Exception {
    Scenario noticed = Scenario.empty().onLogin(new Notice(18000, 1, 0, "context is msdb"));
    try (TdsServer server = TdsServer.start(noticed);
        Connection connection = TestClient.plain(server).getConnection()) {
      assertThatObject(connection.getWarnings()).isNull();
    }
  }

  @Test
  void every_type_arrives_as_it_was_scripted() throws Exception {
    LocalDateTime noon = LocalDateTime.of(2026, 11, 24, 12, 30, 15, 990_000_000);
    Rows rows =
        Rows.of(
                Column.integer("i"),
                Column.bit("b"),
                Column.text("t"),
                Column.longText("l"),
                Column.dateTime("d"))
            .row(Integer.MIN_VALUE, true, "näme 😀", "x".repeat(20_000), noon)
            .row(null, null, null, null, null)
            .row(25, false, "", "", LocalDateTime.of(1899, 12, 31, 23, 59, 59));
    try (TdsServer server = TdsServer.start(Scenario.empty().on("SELECT", rows));
        Connection connection = TestClient.plain(server).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM everything")) {
      for (List<?> row : rows.rows()) {
        assertThat(result.next()).isTrue();
        assertThat(
                Arrays.asList(
                    result.getObject("i"),
                    result.getObject("b"),
                    result.getString("t"),
                    result.getString("l"),
                    result.getObject("d", LocalDateTime.class)))
            .isEqualTo(row);
      }
      assertThat(result.next()).isFalse();
    }
  }

  @Test
  void one_batch_may_have_several_results() throws Exception {
    Rows none = Rows.of(Column.text("name"));
    Scenario several = Scenario.empty().on("SELECT", ONE, new UpdateCount(7), none);
    try (TdsServer server = TdsServer.start(several);
        Connection connection = TestClient.plain(server).getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.execute("SELECT 1 AS n; UPDATE t; SELECT name FROM u")).isTrue();
      assertThat(statement.getResultSet().next()).isTrue();
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(7);
      assertThat(statement.getMoreResults()).isTrue();
      assertThat(statement.getResultSet().next()).isFalse();
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
    }
  }

  @Test
  void an_error_keeps_its_number_state_and_text() throws Exception {
    Failure denied = new Failure(229, 5, 14, "The SELECT permission was denied.");
    try (TdsServer server = TdsServer.start(Scenario.empty().on("secret", denied).on("", ONE));
        Connection connection = TestClient.plain(server).getConnection();
        Statement statement = connection.createStatement()) {
      SQLException error =
          catchThrowableOfType(
              SQLException.class, () -> statement.executeQuery("SELECT * FROM secret"));

      assertThat(error.getErrorCode()).isEqualTo(229);
      assertThat(error.getSQLState()).isEqualTo("S0005");
      assertThat(error.getMessage()).isEqualTo("The SELECT permission was denied.");
      assertThat(statement.executeQuery("SELECT 1 AS n").next()).isTrue();
    }
  }

  @Test
  void an_error_may_follow_a_result() throws Exception {
    Scenario late = Scenario.empty().on("SELECT", ONE, new Failure(50000, 1, 16, "late"));
    try (TdsServer server = TdsServer.start(late);
        Connection connection = TestClient.plain(server).getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.execute("SELECT 1 AS n; RAISERROR")).isTrue();
      assertThatThrownBy(statement::getMoreResults).hasMessage("late");
    }
  }

  @Test
  void a_notice_between_results_is_a_warning() throws Exception {
    Scenario chatty = Scenario.empty().on("PRINT", new Notice(0, 1, 0, "hello"), ONE);
    try (TdsServer server = TdsServer.start(chatty);
        Connection connection = TestClient.plain(server).getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.execute("PRINT 'hello' SELECT 1")).isTrue();
      assertThat(statement.getWarnings().getMessage()).isEqualTo("hello");
    }
  }
}
