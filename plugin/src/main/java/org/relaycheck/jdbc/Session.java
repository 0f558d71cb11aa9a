package org.relaycheck.jdbc;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.Answer;
import org.relaycheck.live.SqlQuestion;

/** One connection: opened, asked once, closed, or given up by another thread. */
final class Session {

  private final SQLServerDataSource source;
  private final int querySeconds;
  private Optional<Connection> open = Optional.empty();
  private boolean givenUp;

  Session(SQLServerDataSource source, int querySeconds) {
    this.source = source;
    this.querySeconds = querySeconds;
  }

  /**
   * Asks the server.
   *
   * @param letIn runs as soon as the server has accepted the login
   */
  Answer answer(List<SqlQuestion> questions, InstantSource clock, Runnable letIn)
      throws SQLException {
    try (Connection connection = source.getConnection()) {
      letIn.run();
      keep(connection);
      try (Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(querySeconds);
        return new BatchReader(statement).read(questions, clock.instant());
      }
    }
  }

  private synchronized void keep(Connection connection) throws SQLException {
    if (givenUp) {
      throw new SQLException("given up");
    }
    open = Optional.of(connection);
  }

  /** Ends the connection under the thread that waits for it; it cannot hear an interrupt. */
  synchronized void giveUp() {
    givenUp = true;
    open.ifPresent(Session::abort);
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException gone) {
      // it has ended by itself
    }
  }
}
