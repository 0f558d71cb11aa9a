package org.relaycheck.kind.mailsettings;

import org.relaycheck.live.SqlQuestion;

/**
 * What a SQL Server is asked about its Database Mail as a whole, which is one resource of the name
 * "Database Mail". HAS_PERMS_BY_NAME goes first, because a statement that does not run is not
 * checked for permissions; NULL from it is no permission.
 */
public final class MailSettingQuestion {

  public static final SqlQuestion QUESTION =
      new SqlQuestion(
          MailSettingRows.CATALOGUE.kind(),
          """
          IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_configuration', N'OBJECT', N'SELECT'), 0) = 1
          BEGIN
            SELECT one.name AS [resource], c.last_mod_user AS [changed by],
                   CONVERT(nvarchar(30), c.last_mod_datetime, 126) AS [changed at]
              FROM (SELECT N'Database Mail' AS name) AS one
              LEFT JOIN (SELECT TOP (1) last_mod_user, last_mod_datetime
                           FROM msdb.dbo.sysmail_configuration
                          ORDER BY last_mod_datetime DESC, paramname) AS c ON 1 = 1;
            SELECT N'Database Mail' AS [setting of], c.paramname AS [setting],
                   c.paramvalue AS [value], CONVERT(nvarchar(400), NULL) AS [unread]
              FROM msdb.dbo.sysmail_configuration AS c;
          END
          ELSE
          BEGIN
            SELECT N'Database Mail' AS [resource];
            SELECT N'Database Mail' AS [setting of], s.name AS [setting], NULL AS [value],
                   N'this login may not read it; in msdb: GRANT SELECT ON dbo.sysmail_configuration'
                   + N' TO its user' AS [unread]
              FROM (VALUES (N'AccountRetryAttempts'), (N'AccountRetryDelay'),
                           (N'DatabaseMailExeMinimumLifeTime'), (N'DefaultAttachmentEncoding'),
                           (N'MaxFileSize'), (N'ProhibitedExtensions'), (N'LoggingLevel')
                   ) AS s (name);
          END;
          SELECT N'Database Mail' AS [setting of], N'DatabaseMailXPs' AS [setting],
                 CONVERT(nvarchar(20), CONVERT(int, o.value_in_use)) AS [value],
                 CASE WHEN o.name IS NULL THEN N'this server does not show the option' END AS [unread]
            FROM (SELECT 1 AS one) AS one
            LEFT JOIN sys.configurations AS o ON o.name = N'Database Mail XPs';
          SELECT N'Database Mail' AS [setting of], s.name AS [setting],
                 CASE WHEN s.name = N'activation'
                      THEN CASE WHEN q.is_activation_enabled = 1 THEN N'true' ELSE N'false' END
                      WHEN q.is_receive_enabled = 1 THEN N'STARTED' ELSE N'STOPPED' END AS [value],
                 CASE WHEN q.name IS NULL
                      THEN N'this login may not see the queue; in msdb: GRANT VIEW DEFINITION ON'
                           + N' OBJECT::dbo.ExternalMailQueue TO its user' END AS [unread]
            FROM (VALUES (N'queue'), (N'activation')) AS s (name)
            LEFT JOIN msdb.sys.service_queues AS q ON q.name = N'ExternalMailQueue';
          SELECT N'Database Mail' AS [setting of], N'broker' AS [setting],
                 CASE WHEN d.is_broker_enabled = 1 THEN N'true' ELSE N'false' END AS [value],
                 CASE WHEN d.name IS NULL
                      THEN N'this login may not see msdb; in master: GRANT VIEW ANY DATABASE TO it'
                      END AS [unread]
            FROM (SELECT 1 AS one) AS one
            LEFT JOIN sys.databases AS d ON d.name = N'msdb';
          """);

  private MailSettingQuestion() {}
}
