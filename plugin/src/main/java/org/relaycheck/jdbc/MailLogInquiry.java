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
import org.relaycheck.live.LogPeriod;
import org.relaycheck.live.MailLogAnswer;
import org.relaycheck.live.MailLogQuestion;

/** The question about the mail log, whose time is a parameter. For one use. */
final class MailLogInquiry implements ServerInquiry {

  private final MailLogQuestion question;
  private final LogPeriod since;
  private final MailLogRows rows = new MailLogRows();

  MailLogInquiry(MailLogQuestion question, LogPeriod since) {
    this.question = question;
    this.since = since;
  }

  @Override
  public Answer on(Connection connection, int seconds, Instant at) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(QuestionBatch.START + question.sql())) {
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
    if (since instanceof LogPeriod.Moment moment) {
      statement.setString(1, moment.time().withNano(0).toString());
      statement.setNull(2, Types.INTEGER);
    } else {
      statement.setNull(1, Types.NVARCHAR);
      statement.setInt(2, (int) ((LogPeriod.Ago) since).time().toMinutes());
    }
  }

  private void take(ResultReader result, Map<String, String> facts) throws SQLException {
    if (result.shape().equals(QuestionBatch.FACT)) {
      facts.putAll(result.pairs());
    } else {
      rows.take(result.shape(), result.cells());
    }
  }

  /** What was read; to be asked when the server has answered. */
  MailLogAnswer logged() {
    return rows.logged();
  }
}
