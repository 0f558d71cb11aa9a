package org.relaycheck.kind.mailaccounts;

import org.relaycheck.live.SqlQuestion;

/**
 * What a SQL Server is asked about its mail accounts. HAS_PERMS_BY_NAME goes first, because a
 * statement that does not run is not checked for permissions; NULL from it is no permission.
 */
public final class MailAccountQuestion {

  public static final SqlQuestion QUESTION =
      new SqlQuestion(
          MailAccountRows.CATALOGUE.kind(),
          """
          IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_account', N'OBJECT', N'SELECT'), 0) = 0
            SELECT N'this login may not read mail accounts; in msdb: GRANT SELECT ON'
                   + N' dbo.sysmail_account TO its user' AS [unread];
          ELSE IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_server', N'OBJECT', N'SELECT'), 0) = 0
            SELECT a.name AS [resource],
                   a.last_mod_user AS [changed by],
                   CONVERT(nvarchar(30), a.last_mod_datetime, 126) AS [changed at],
                   a.email_address, a.display_name, a.replyto_address, a.description,
                   N'this login may not read it; in msdb: GRANT SELECT ON dbo.sysmail_server TO its'
                   + N' user' AS [unread mailserver_name port enable_ssl timeout \
          use_default_credentials username credential credential_set]
              FROM msdb.dbo.sysmail_account AS a
             ORDER BY a.name;
          ELSE
            SELECT a.name AS [resource],
                   CASE WHEN s.last_mod_datetime > a.last_mod_datetime
                        THEN s.last_mod_user ELSE a.last_mod_user END AS [changed by],
                   CONVERT(nvarchar(30), CASE WHEN s.last_mod_datetime > a.last_mod_datetime
                        THEN s.last_mod_datetime ELSE a.last_mod_datetime END, 126) AS [changed at],
                   a.email_address, a.display_name, a.replyto_address, a.description,
                   s.servername AS mailserver_name,
                   CONVERT(nvarchar(20), s.port) AS port,
                   CONVERT(nvarchar(20), s.enable_ssl) AS enable_ssl,
                   CONVERT(nvarchar(20), s.timeout) AS timeout,
                   CONVERT(nvarchar(20), s.use_default_credentials) AS use_default_credentials,
                   s.username,
                   CASE WHEN c.credential_id IS NULL THEN N'false' ELSE N'true' END AS credential,
                   CONVERT(nvarchar(30), c.modify_date, 126) AS credential_set,
                   CASE WHEN s.account_id IS NULL
                        THEN N'the account has no row in msdb.dbo.sysmail_server, so it cannot send'
                             + N' and no procedure can change it; delete it and make it again'
                        END AS [unread mailserver_name port enable_ssl timeout \
          use_default_credentials username credential credential_set],
                   CASE WHEN s.credential_id IS NOT NULL AND c.credential_id IS NULL
                         AND ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION'), 0) = 0
                         AND ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY CREDENTIAL'), 0) = 0
                        THEN N'this login may not see credentials; in master: GRANT VIEW ANY'
                             + N' DEFINITION TO it'
                        END AS [unread credential credential_set]
              FROM msdb.dbo.sysmail_account AS a
              LEFT JOIN msdb.dbo.sysmail_server AS s
                ON s.account_id = a.account_id AND s.servertype = N'SMTP'
              LEFT JOIN sys.credentials AS c ON c.credential_id = s.credential_id
             ORDER BY a.name;
          IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_account', N'OBJECT', N'SELECT'), 0) = 1
             AND ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_profile', N'OBJECT', N'SELECT'), 0) = 1
             AND ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_profileaccount', N'OBJECT', N'SELECT'), 0)
                 = 1
            SELECT a.name AS [list], p.name AS [profiles]
              FROM msdb.dbo.sysmail_account AS a
              JOIN msdb.dbo.sysmail_profileaccount AS pa ON pa.account_id = a.account_id
              JOIN msdb.dbo.sysmail_profile AS p ON p.profile_id = pa.profile_id
             ORDER BY a.name, p.name;
          """);

  private MailAccountQuestion() {}
}
