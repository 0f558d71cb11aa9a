package org.relaycheck.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.live.Answer;

/** A constant question of its own with bound values, after that of who the server is. */
abstract class BoundInquiry implements ServerInquiry {

  private final String sql;

  BoundInquiry(String sql) {
    this.sql = sql;
  }

  abstract void bind(PreparedStatement statement) throws SQLException;

  /** Takes a result of the question. */
  abstract void take(ResultReader result) throws SQLException;

  @Override
  public final Answer on(Connection connection, int seconds, Instant at) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QuestionBatch.START + sql)) {
      statement.setQueryTimeout(seconds);
      bind(statement);
      Map<String, String> facts = new HashMap<>();
      boolean more = statement.execute();
      while (more || statement.getUpdateCount() >= 0) {
        if (more) {
          try (ResultSet rows = statement.getResultSet()) {
            take(new ResultReader(rows), facts);
          }
        }
        more = statement.getMoreResults();
      }
      return new Answer(facts, Optional.of(at), false, Map.of(), List.of(), Set.of());
    }
  }

  private void take(ResultReader result, Map<String, String> facts) throws SQLException {
    if (result.shape().equals(QuestionBatch.FACT)) {
      facts.putAll(result.pairs());
    } else {
      take(result);
    }
  }
}
