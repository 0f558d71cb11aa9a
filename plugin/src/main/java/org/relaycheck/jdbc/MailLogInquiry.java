package org.relaycheck.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.relaycheck.live.LogPeriod;
import org.relaycheck.live.MailLogAnswer;
import org.relaycheck.live.MailLogQuestion;

/** The question about the mail log, whose time is a parameter. For one use. */
final class MailLogInquiry extends BoundInquiry {

  private final LogPeriod since;
  private final MailLogRows rows = new MailLogRows();

  MailLogInquiry(MailLogQuestion question, LogPeriod since) {
    super(question.sql());
    this.since = since;
  }

  @Override
  void bind(PreparedStatement statement) throws SQLException {
    if (since instanceof LogPeriod.Moment moment) {
      statement.setString(1, moment.time().withNano(0).toString());
      statement.setNull(2, Types.INTEGER);
    } else {
      statement.setNull(1, Types.NVARCHAR);
      statement.setInt(2, (int) ((LogPeriod.Ago) since).time().toMinutes());
    }
  }

  @Override
  void take(ResultReader result) throws SQLException {
    rows.take(result.shape(), result.cells());
  }

  /** What was read; to be asked when the server has answered. */
  MailLogAnswer logged() {
    return rows.logged();
  }
}
