package org.relaycheck.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.relaycheck.live.Answer;
import org.relaycheck.live.SqlQuestion;

/** All questions about kinds, as one batch. */
record KindQuestions(List<SqlQuestion> all) implements ServerInquiry {

  KindQuestions {
    all = List.copyOf(all);
  }

  @Override
  public Answer on(Connection connection, int seconds, Instant at) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(seconds);
      return new BatchReader(statement).read(all, at);
    }
  }
}
