package org.relaycheck.kind.mailprofiles;

import org.relaycheck.live.SqlQuestion;

/**
 * What a SQL Server is asked about its mail profiles. HAS_PERMS_BY_NAME goes first, because a
 * statement that does not run is not checked for permissions; NULL from it is no permission.
 */
public final class MailProfileQuestion {

  /** Accounts with one number have no order, so they are told in words that equal no policy. */
  private static final String ACCOUNTS =
      """
        IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_profileaccount', N'OBJECT', N'SELECT'), 0) = 1
           AND ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_account', N'OBJECT', N'SELECT'), 0) = 1
        BEGIN
          SELECT p.name AS [list],
                 CASE WHEN COUNT(*) OVER (PARTITION BY pa.profile_id, pa.sequence_number) > 1
                      THEN a.name + N' (number '
                           + ISNULL(CONVERT(nvarchar(20), pa.sequence_number), N'empty')
                           + N', as another)'
                      ELSE a.name END AS [accounts]
            FROM msdb.dbo.sysmail_profile AS p
            JOIN msdb.dbo.sysmail_profileaccount AS pa ON pa.profile_id = p.profile_id
            JOIN msdb.dbo.sysmail_account AS a ON a.account_id = pa.account_id
           ORDER BY p.name, pa.sequence_number, a.name;
          SELECT p.name AS [setting of], N'ties' AS [setting],
                 CASE WHEN EXISTS (SELECT pa.sequence_number
                                     FROM msdb.dbo.sysmail_profileaccount AS pa
                                    WHERE pa.profile_id = p.profile_id
                                    GROUP BY pa.sequence_number HAVING COUNT(*) > 1)
                      THEN N'true' ELSE N'false' END AS [value],
                 CONVERT(nvarchar(400), NULL) AS [unread]
            FROM msdb.dbo.sysmail_profile AS p;
        END
        ELSE
          SELECT p.name AS [setting of], s.name AS [setting], NULL AS [value],
                 N'this login may not read it; in msdb: GRANT SELECT ON dbo.sysmail_profileaccount'
                 + N' and ON dbo.sysmail_account TO its user' AS [unread]
            FROM msdb.dbo.sysmail_profile AS p
           CROSS JOIN (VALUES (N'accounts'), (N'ties')) AS s (name);
      """;

  /** A principal whose name may not be seen is not an orphan: it makes the list unread. */
  private static final String GRANTS =
      """
        IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_principalprofile', N'OBJECT', N'SELECT'), 0) = 1
        BEGIN
          SELECT p.name AS [list],
                 CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                      ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                      END AS [grants]
            FROM msdb.dbo.sysmail_profile AS p
            JOIN msdb.dbo.sysmail_principalprofile AS pp ON pp.profile_id = p.profile_id
            LEFT JOIN msdb.sys.database_principals AS u
              ON u.sid = pp.principal_sid AND u.sid <> 0x00
           ORDER BY p.name, u.name;
          SELECT p.name AS [list],
                 CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                      ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                      END AS [default_for]
            FROM msdb.dbo.sysmail_profile AS p
            JOIN msdb.dbo.sysmail_principalprofile AS pp
              ON pp.profile_id = p.profile_id AND pp.is_default = 1
            LEFT JOIN msdb.sys.database_principals AS u
              ON u.sid = pp.principal_sid AND u.sid <> 0x00
           ORDER BY p.name, u.name;
          SELECT p.name AS [setting of], s.name AS [setting], NULL AS [value],
                 N'this login may not see the names of users; in msdb: GRANT VIEW DEFINITION TO its'
                 + N' user' AS [unread]
            FROM msdb.dbo.sysmail_profile AS p
           CROSS JOIN (VALUES (N'grants', 0), (N'default_for', 1)) AS s (name, least)
           WHERE ISNULL(HAS_PERMS_BY_NAME(N'msdb', N'DATABASE', N'VIEW DEFINITION'), 0) = 0
             AND EXISTS (SELECT 1 FROM msdb.dbo.sysmail_principalprofile AS pp
                          WHERE pp.profile_id = p.profile_id
                            AND CONVERT(int, pp.is_default) >= s.least
                            AND pp.principal_sid <> 0x00
                            AND NOT EXISTS (SELECT 1 FROM msdb.sys.database_principals AS u
                                             WHERE u.sid = pp.principal_sid));
        END
        ELSE
          SELECT p.name AS [setting of], s.name AS [setting], NULL AS [value],
                 N'this login may not read it; in msdb: GRANT SELECT ON dbo.sysmail_principalprofile'
                 + N' TO its user' AS [unread]
            FROM msdb.dbo.sysmail_profile AS p
           CROSS JOIN (VALUES (N'grants'), (N'default_for')) AS s (name);
      """;

  /**
   * SQL Server Agent keeps the name in the registry. Only where a server shows that very value is
   * anything concluded from it.
   */
  private static final String AGENT =
      """
        IF CONVERT(int, SERVERPROPERTY(N'EngineEdition')) = 8
          SELECT p.name AS [setting of], N'agent' AS [setting],
                 CASE WHEN p.name = N'AzureManagedInstance_dbmail_profile'
                      THEN N'true' ELSE N'false' END AS [value],
                 CONVERT(nvarchar(400), NULL) AS [unread]
            FROM msdb.dbo.sysmail_profile AS p;
        ELSE IF ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW SERVER STATE'), 0) = 0
          SELECT p.name AS [setting of], N'agent' AS [setting], NULL AS [value],
                 N'this login may not see the settings of SQL Server Agent; in master: GRANT VIEW'
                 + N' SERVER STATE TO it' AS [unread]
            FROM msdb.dbo.sysmail_profile AS p;
        ELSE IF NOT EXISTS (SELECT 1 FROM sys.all_objects AS o WHERE o.name = N'dm_server_registry')
          SELECT p.name AS [setting of], N'agent' AS [setting], NULL AS [value],
                 N'this server does not show the settings of SQL Server Agent to a SELECT; look in'
                 + N' its properties' AS [unread]
            FROM msdb.dbo.sysmail_profile AS p;
        ELSE
          SELECT p.name AS [setting of], N'agent' AS [setting],
                 CASE WHEN r.profile COLLATE DATABASE_DEFAULT = p.name THEN N'true' ELSE N'false' END AS [value],
                 CASE WHEN r.profile IS NULL
                      THEN N'this server does not show the settings of SQL Server Agent to a SELECT;'
                           + N' look in its properties' END AS [unread]
            FROM msdb.dbo.sysmail_profile AS p
           CROSS JOIN (SELECT MAX(CONVERT(nvarchar(256), g.value_data)) AS profile
                         FROM sys.dm_server_registry AS g
                        WHERE g.registry_key LIKE N'%\\SQLServerAgent'
                          AND g.value_name = N'DatabaseMailProfile') AS r;
      """;

  public static final SqlQuestion QUESTION =
      new SqlQuestion(
          MailProfileRows.CATALOGUE.kind(),
          """
          IF ISNULL(HAS_PERMS_BY_NAME(N'msdb.dbo.sysmail_profile', N'OBJECT', N'SELECT'), 0) = 0
            SELECT N'this login may not read mail profiles; in msdb: GRANT SELECT ON'
                   + N' dbo.sysmail_profile TO its user' AS [unread];
          ELSE
          BEGIN
            SELECT p.name AS [resource],
                   p.last_mod_user AS [changed by],
                   CONVERT(nvarchar(30), p.last_mod_datetime, 126) AS [changed at],
                   p.description
              FROM msdb.dbo.sysmail_profile AS p
             ORDER BY p.name;
          """
              + ACCOUNTS
              + GRANTS
              + AGENT
              + "END;\n");

  private MailProfileQuestion() {}
}
