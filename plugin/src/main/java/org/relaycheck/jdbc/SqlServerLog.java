package org.relaycheck.jdbc;

import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.LogQuestion;
import org.relaycheck.live.Logged;
import org.relaycheck.live.MailLog;
import org.relaycheck.live.Since;
import org.relaycheck.live.Way;

/**
 * The log of Database Mail, which a SQL Server keeps.
 *
 * @param source the servers, asked with the same logins
 * @param question what they are asked
 */
public record SqlServerLog(SqlServerSource source, LogQuestion question) implements MailLog {

  @Override
  public Logged read(Connection connection, Since since) {
    if (!(connection.way() instanceof Way.SqlServer)) {
      return new Logged.Unread(
          "its connection leads to no SQL Server, whose mail log could be read",
          "save the log on the server and name the file: -Drelay.log=FILE");
    }
    LogInquiry inquiry = new LogInquiry(question, since);
    Asked asked = source.ask(connection, inquiry);
    return asked instanceof Asked.Failed failed
        ? new Logged.Unread(failed.why(), failed.fix())
        : inquiry.logged();
  }
}
