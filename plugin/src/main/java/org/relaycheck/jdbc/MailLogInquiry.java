package org.relaycheck.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.live.Answer;
import org.relaycheck.live.LogQuestion;
import org.relaycheck.live.Logged;
import org.relaycheck.live.Since;

/** The question about the mail log, whose time is a parameter. For one use. */
final class LogInquiry implements Inquiry {

  private final LogQuestion question;
  private final Since since;
  private final LogAnswer rows = new LogAnswer();

  LogInquiry(LogQuestion question, Since since) {
    this.question = question;
    this.since = since;
  }

  @Override
  public Answer on(Connection connection, int seconds, Instant at) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Batch.START + question.sql())) {
      statement.setQueryTimeout(seconds);
      bind(statement);
      Map<String, String> facts = new HashMap<>();
      boolean more = statement.execute();
      while (more || statement.getUpdateCount() >= 0) {
        if (more) {
          try (ResultSet result = statement.getResultSet()) {
            take(new ResultReader(result), facts);
          }
        }
        more = statement.getMoreResults();
      }
      return new Answer(facts, Optional.of(at), false, Map.of(), List.of(), Set.of());
    }
  }

  private void bind(PreparedStatement statement) throws SQLException {
    if (since instanceof Since.Moment moment) {
      statement.setString(1, moment.time().withNano(0).toString());
      statement.setNull(2, Types.INTEGER);
    } else {
      statement.setNull(1, Types.NVARCHAR);
      statement.setInt(2, (int) ((Since.Ago) since).time().toMinutes());
    }
  }

  private void take(ResultReader result, Map<String, String> facts) throws SQLException {
    if (result.shape().equals(Batch.FACT)) {
      facts.putAll(result.pairs());
    } else {
      rows.take(result.shape(), result.cells());
    }
  }

  /** What was read; to be asked when the server has answered. */
  Logged logged() {
    return rows.logged();
  }
}
