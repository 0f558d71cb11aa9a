package org.relaycheck.tds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the real driver makes of a server's answers, and the server of the driver's requests. */
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
  void a_notice_at_login_is_a_warning() throws Exception {
    Scenario noticed = Scenario.empty().onLogin(new Notice(18000, 1, 0, "context is msdb"));
    try (TdsServer server = TdsServer.start(noticed);
        Connection connection = TestClient.plain(server).getConnection()) {
      assertThat(connection.getWarnings().getMessage()).contains("context is msdb");
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

  @Test
  void a_text_of_several_packets_arrives_whole() throws Exception {
    String sql = "SELECT '" + "ü".repeat(9_000) + "'";
    try (TdsServer server = TdsServer.start(Scenario.empty().on("SELECT", ONE))) {
      SQLServerDataSource source = TestClient.plain(server);
      source.setPacketSize(512);
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        assertThat(statement.executeQuery(sql).next()).isTrue();
      }
      assertThat(server.batches()).containsExactly(sql);
    }
  }

  @Test
  void parameters_arrive_however_often_a_statement_runs() throws Exception {
    String sql = "SELECT n FROM t WHERE a=? AND b=? AND c=? AND d=? AND e=? AND f=?";
    List<Object> values =
        Arrays.asList(
            7, 8_000_000_000L, true, "näme", null, LocalDateTime.of(2026, 11, 24, 1, 2, 3));
    try (TdsServer server = TdsServer.start(Scenario.empty().on("SELECT", ONE));
        Connection connection = TestClient.plain(server).getConnection()) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int run = 0; run < 4; run++) {
          for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
          }
          assertThat(statement.executeQuery().next()).isTrue();
        }
      }

      assertThat(server.requests()).hasSize(4);
      assertThat(server.requests()).extracting(Request::parameters).containsOnly(values);
      assertThat(server.batches()).allMatch(text -> text.startsWith("SELECT n FROM t WHERE a=@P0"));
    }
  }

  @Test
  void a_long_parameter_arrives_whole() throws Exception {
    String value = "y".repeat(10_000);
    try (TdsServer server = TdsServer.start(Scenario.empty().on("UPDATE", new UpdateCount(3)));
        Connection connection = TestClient.plain(server).getConnection();
        PreparedStatement statement = connection.prepareStatement("UPDATE t SET a = ?")) {
      statement.setString(1, value);

      assertThat(statement.executeUpdate()).isEqualTo(3);
      assertThat(server.requests().get(0).parameters()).containsExactly(value);
    }
  }

  @Test
  void an_error_in_a_prepared_statement_keeps_its_number() throws Exception {
    Scenario failing = Scenario.empty().on("EXEC", new Failure(14607, 1, 16, "profile name"));
    try (TdsServer server = TdsServer.start(failing);
        Connection connection = TestClient.plain(server).getConnection();
        PreparedStatement statement = connection.prepareStatement("EXEC p @x = ?")) {
      statement.setNull(1, Types.NVARCHAR);

      SQLException error = catchThrowableOfType(SQLException.class, statement::execute);

      assertThat(error.getErrorCode()).isEqualTo(14607);
    }
  }

  @Test
  void a_procedure_is_called_by_its_text() throws Exception {
    try (TdsServer server = TdsServer.start(Scenario.empty().on("EXEC", ONE));
        Connection connection = TestClient.plain(server).getConnection();
        CallableStatement call = connection.prepareCall("{call dbo.sysmail_help_status_sp}")) {
      assertThat(call.executeQuery().next()).isTrue();
      assertThat(server.batches()).containsExactly("EXEC dbo.sysmail_help_status_sp");
    }
  }

  @Test
  void what_the_driver_asks_on_its_own_behalf_needs_no_script() throws Exception {
    try (TdsServer server = TdsServer.start(Scenario.empty())) {
      SQLServerDataSource source = TestClient.plain(server);
      source.setLockTimeout(5_000);
      try (Connection connection = source.getConnection()) {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        connection.rollback();
        connection.setCatalog("msdb");

        assertThat(connection.isValid(2)).isTrue();
      }
      assertThat(server.batches()).contains("SELECT 1").hasSizeGreaterThan(4);
    }
  }

  @Test
  void a_request_without_an_answer_fails_the_test_at_close() throws Exception {
    TdsServer server = TdsServer.start(Scenario.empty());
    try (Connection connection = TestClient.plain(server).getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DROP TABLE t")).isInstanceOf(SQLException.class);
    }

    assertThatThrownBy(server::close).hasMessageContaining("no scene for: DROP TABLE t");
  }
}
