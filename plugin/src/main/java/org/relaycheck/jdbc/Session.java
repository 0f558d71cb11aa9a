package org.relaycheck.jdbc;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.relaycheck.live.Answer;

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
  Answer answer(Inquiry inquiry, InstantSource clock, Runnable letIn) throws SQLException {
    try (Connection connection = source.getConnection()) {
      letIn.run();
      keep(connection);
      return inquiry.on(connection, querySeconds, clock.instant());
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
