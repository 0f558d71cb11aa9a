package org.relaycheck.jdbc;

import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LogPeriod;
import org.relaycheck.live.MailLog;
import org.relaycheck.live.MailLogAnswer;
import org.relaycheck.live.MailLogQuestion;

/**
 * The log of Database Mail, which a SQL Server keeps.
 *
 * @param source the servers, asked with the same logins
 * @param question what they are asked
 */
public record SqlServerLog(SqlServerSource source, MailLogQuestion question) implements MailLog {

  @Override
  public MailLogAnswer read(HostConnection connection, LogPeriod since) {
    if (!(connection.way() instanceof HostWay.SqlServer)) {
      return new MailLogAnswer.Unread(
          "it is not a SQL Server that is asked directly, whose mail log could be read",
          "save the log on the server and name the file: \"-Drelay.log=FILE\"");
    }
    MailLogInquiry inquiry = new MailLogInquiry(question, since);
    HostAnswer asked = source.ask(connection, inquiry);
    return asked instanceof HostAnswer.Failed failed
        ? new MailLogAnswer.Unread(failed.why(), failed.fix())
        : inquiry.logged();
  }
}
