package org.relaycheck.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.ClockComparison;
import org.relaycheck.live.SqlQuestion;

/**
 * Reads the answer to a {@link QuestionBatch}. An error within a question leaves that kind unread
 * and the others as they are; an error before the first question, or the end of the connection, is
 * thrown.
 */
final class BatchReader {

  /** So that a server that answers nothing but errors comes to an end. */
  private static final int MOST_ERRORS = 100;

  private final Statement statement;
  private final Map<String, String> facts = new HashMap<>();
  private final List<KindAnswer> kinds = new ArrayList<>();
  private Optional<String> cause = Optional.empty();
  private int errors;

  BatchReader(Statement statement) {
    this.statement = statement;
  }

  /**
   * Sends the batch and reads all of its answer.
   *
   * @param at when the answer counts as read
   */
  Answer read(List<SqlQuestion> questions, Instant at) throws SQLException {
    boolean rows = survives(() -> statement.execute(QuestionBatch.of(questions)));
    while (rows || statement.getUpdateCount() >= 0) {
      if (rows) {
        try (ResultSet result = statement.getResultSet()) {
          take(new ResultReader(result));
        } catch (SQLException error) {
          survived(error);
        }
      }
      rows = survives(statement::getMoreResults);
    }
    questions.forEach(question -> gathered(question.kind()));
    return answer(at);
  }

  private KindAnswer gathered(String kind) {
    Optional<KindAnswer> known = kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    KindAnswer fresh = new KindAnswer(kind);
    kinds.add(fresh);
    return fresh;
  }

  private void take(ResultReader result) throws SQLException {
    switch (result.shape()) {
      case QuestionBatch.FACT -> facts.putAll(result.pairs());
      case QuestionBatch.QUESTION -> kinds.add(new KindAnswer(result.word()));
      default -> result.into(kinds.get(kinds.size() - 1));
    }
  }

  /** Whether there are rows; the error of a statement has none, and the next one may have. */
  private boolean survives(Step step) throws SQLException {
    while (true) {
      try {
        return step.rows();
      } catch (SQLException error) {
        survived(error);
        step = statement::getMoreResults;
      }
    }
  }

  private void survived(SQLException error) throws SQLException {
    boolean ours = error.getErrorCode() > 0 && !statement.getConnection().isClosed();
    if (!ours || kinds.isEmpty() || ++errors > MOST_ERRORS) {
      throw error;
    }
    KindAnswer kind = kinds.get(kinds.size() - 1);
    String why = ServerError.of(error).sentence();
    kind.unread(why);
    if (cause.isEmpty()) {
      cause = Optional.of(kind.kind() + " ended with: " + why);
    }
  }

  /** The server's time is told as what it means, so that an answer is the same tomorrow. */
  private void compareClocks(Instant at) {
    Optional.ofNullable(facts.remove(QuestionBatch.READ))
        .flatMap(BatchReader::instant)
        .ifPresent(there -> facts.put(ClockComparison.FACT, ClockComparison.compared(there, at)));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }

  private Answer answer(Instant at) {
    compareClocks(at);
    Map<String, String> unread = new HashMap<>();
    List<AnswerItem> items = new ArrayList<>();
    Set<String> answered = new HashSet<>();
    for (KindAnswer kind : kinds) {
      answered.add(kind.kind());
      kind.problem(cause)
          .ifPresentOrElse(why -> unread.put(kind.kind(), why), () -> items.addAll(kind.items()));
    }
    return new Answer(facts, Optional.of(at), true, unread, items, answered);
  }

  /** A call that tells whether there are rows. */
  private interface Step {
    boolean rows() throws SQLException;
  }
}
