package org.relaycheck.standin.tds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server makes of the real driver's requests. */
class TdsServerRequestsTest {
  private static final Rows ONE = Rows.of(Column.integer("n")).row(1);

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
  void several_calls_may_come_in_one_message() throws Exception {
    try (TdsServer server = TdsServer.start(Scenario.empty().on("UPDATE", new UpdateCount(3)));
        Connection connection = TestClient.plain(server).getConnection();
        PreparedStatement statement = connection.prepareStatement("UPDATE t SET a = ?")) {
      for (int value = 0; value < 3; value++) {
        statement.setInt(1, value);
        statement.addBatch();
      }

      assertThat(statement.executeBatch()).containsExactly(3, 3, 3);
      assertThat(server.requests())
          .extracting(Request::parameters)
          .containsExactly(List.of(0), List.of(1), List.of(2));
    }
  }

  @Test
  void a_question_behind_a_setting_comes_to_the_script() throws Exception {
    try (TdsServer server = TdsServer.start(Scenario.empty().on("SELECT", ONE));
        Connection connection = TestClient.plain(server).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT 5000; SET TRANSACTION ISOLATION LEVEL READ COMMITTED");

      assertThat(statement.executeQuery("SET NOCOUNT ON; SELECT n").next()).isTrue();
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
