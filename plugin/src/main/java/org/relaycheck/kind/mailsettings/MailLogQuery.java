package org.relaycheck.kind.mailsettings;

import org.relaycheck.live.MailLogQuestion;

/**
 * What a SQL Server is asked about its mail log. The table is asked before the view, because the
 * view shows nobody but a sysadmin the mail of others. The table of mails holds what people wrote,
 * so no right to it is ever asked for.
 */
public final class MailLogQuery {

  public static final MailLogQuestion QUESTION =
      new MailLogQuestion(
          """
          DECLARE @since datetime;
          SET @since = COALESCE(CONVERT(datetime, ?, 126), DATEADD(minute, -?, GETDATE()));
          IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_log', N'OBJECT', N'SELECT'), 0) = 1
            SELECT TOP (5001) CONVERT(nvarchar(20), l.log_id) AS [log],
                   CASE l.event_type WHEN 0 THEN N'success' WHEN 1 THEN N'information'
                        WHEN 2 THEN N'warning' ELSE N'error' END AS [type],
                   CONVERT(nvarchar(30), l.log_date, 126) AS [at],
                   CONVERT(nvarchar(20), l.account_id) AS [account], l.description AS [text]
              FROM msdb.dbo.sysmail_log AS l
             WHERE l.log_date >= @since
             ORDER BY l.log_id DESC;
          ELSE IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_event_log', N'OBJECT', N'SELECT'), 0) = 1
          BEGIN
            SELECT TOP (5001) CONVERT(nvarchar(20), l.log_id) AS [log], l.event_type AS [type],
                   CONVERT(nvarchar(30), l.log_date, 126) AS [at],
                   CONVERT(nvarchar(20), l.account_id) AS [account], l.description AS [text]
              FROM msdb.dbo.sysmail_event_log AS l
             WHERE l.log_date >= @since
             ORDER BY l.log_id DESC;
            SELECT N'the log shows this login only what concerns its own mail; in msdb: GRANT SELECT'
                   + N' ON dbo.sysmail_log TO its user' AS [unseen];
          END
          ELSE
            SELECT N'this login may not read the mail log; in msdb: GRANT SELECT ON dbo.sysmail_log'
                   + N' TO its user' AS [unread];
          IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_account', N'OBJECT', N'SELECT'), 0) = 1
            SELECT CONVERT(nvarchar(20), a.account_id) AS [account], a.name AS [name]
              FROM msdb.dbo.sysmail_account AS a;
          ELSE
            SELECT N'accounts are told by their numbers: this login may not read their names; in msdb:'
                   + N' GRANT SELECT ON dbo.sysmail_account TO its user' AS [unseen];
          IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_configuration', N'OBJECT', N'SELECT'), 0) = 1
            SELECT N'LoggingLevel is 1, so the log holds no mail that a later attempt delivered;'
                   + N' EXEC msdb.dbo.sysmail_configure_sp N''LoggingLevel'', N''2''' AS [unseen]
              FROM msdb.dbo.sysmail_configuration AS c
             WHERE c.paramname = N'LoggingLevel' AND LTRIM(RTRIM(c.paramvalue)) = N'1';
          ELSE
            SELECT N'whether LoggingLevel is so high that the log holds delivered mail too: this login'
                   + N' may not read it; in msdb: GRANT SELECT ON dbo.sysmail_configuration TO its user'
                   AS [unseen];
          IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_mailitems', N'OBJECT', N'SELECT'), 0) = 1
            SELECT s.state AS [mails], CONVERT(nvarchar(20), COUNT(*)) AS [number]
              FROM (SELECT CASE m.sent_status WHEN 0 THEN N'unsent' WHEN 1 THEN N'sent'
                                WHEN 3 THEN N'retrying' ELSE N'failed' END AS state
                      FROM msdb.dbo.sysmail_mailitems AS m
                     WHERE m.send_request_date >= @since) AS s
             GROUP BY s.state;
          ELSE IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_allitems', N'OBJECT', N'SELECT'), 0) = 1
          BEGIN
            SELECT m.sent_status AS [mails], CONVERT(nvarchar(20), COUNT(*)) AS [number]
              FROM msdb.dbo.sysmail_allitems AS m
             WHERE m.send_request_date >= @since
             GROUP BY m.sent_status;
            SELECT N'mails of others are not counted: only a sysadmin or an owner of msdb sees them'
                   AS [unseen];
          END
          ELSE
            SELECT N'mails are not counted: this login may not see them, which only DatabaseMailUserRole'
                   + N' lets it, and then its own' AS [unseen];
          """);

  private MailLogQuery() {}
}
