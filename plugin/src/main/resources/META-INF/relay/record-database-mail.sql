-- Records the Database Mail of a SQL Server, which is accounts, profiles and settings, as XML that
-- relay-maven-plugin reads. It only SELECTs. It runs on SQL Server 2008 R2 and later, in any
-- database.
--
-- Rights: SELECT on the six tables of msdb that it reads, as in docs/sql-rights.sql. Who lacks one
-- gets error 229 and no record, so a record that exists lists everything: complete="true".
-- What needs further rights says <unread> without them: whether an account's password is still
-- there (VIEW ANY DEFINITION or ALTER ANY CREDENTIAL), the names of users that have a profile (VIEW
-- DEFINITION in msdb), the state of the mail queue (VIEW DEFINITION on it), the profile of SQL Server
-- Agent (VIEW SERVER STATE). Whether the server has availability groups is known only with VIEW ANY
-- DEFINITION.
-- The password itself is never read.
--
-- Management Studio: results to grid, click the one cell, save what opens as SQL01.xml. (A cell
--   shows 2 MB of XML unless Options say more; results to text cut it at 256 characters.)
-- sqlcmd: sqlcmd -S SQL01 -E -b -y 0 -u -i record-database-mail.sql -o SQL01.xml
--   -y 0 because the default cuts the XML at 256 characters, -u because without it letters outside
--   the console's code page are lost.
-- Whichever: the file begins with <record and ends with </record>; one that does not was cut off,
-- and is refused. Blank lines before and after are no matter.
--
-- A name or a text with a control character that XML does not have (say, 0x0B) ends in error 6841:
-- fix that text first, or let the plugin ask the server itself.
--
-- In connections:   SQL01: {recorded: recorded/SQL01.xml}
-- "host" is the server's own name; if the connections call it otherwise, add  server: NAME.
SET NOCOUNT ON;
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
SET ANSI_PADDING ON;
SET ANSI_WARNINGS ON;
SET CONCAT_NULL_YIELDS_NULL ON;

-- What old servers do not have is asked for in statements that do not run there.
DECLARE @groups xml, @contained nvarchar(256), @agent nvarchar(256), @unread nvarchar(400);
IF EXISTS (SELECT 1 FROM sys.all_objects AS o WHERE o.name = N'availability_groups')
  SET @groups = (SELECT N'AvailabilityGroup.' + g.name AS [@name],
                        CONVERT(nvarchar(36), g.group_id) AS [text()]
                   FROM sys.availability_groups AS g
                  ORDER BY g.name
                    FOR XML PATH(N'fact'), TYPE);
-- Where the view of an old server lacks the column, the same name of the outer row stands in for it.
SET @contained =
  (SELECT mine.value
     FROM (SELECT CONVERT(uniqueidentifier, NULL) AS contained_availability_group_id) AS older
    CROSS APPLY (SELECT CONVERT(nvarchar(256), contained_availability_group_id) AS value
                   FROM sys.dm_exec_sessions AS s
                  WHERE s.session_id = @@SPID) AS mine
    WHERE mine.value <> N'00000000-0000-0000-0000-000000000000');
IF CONVERT(int, SERVERPROPERTY(N'EngineEdition')) = 8
  SET @agent = N'AzureManagedInstance_dbmail_profile';
ELSE IF ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW SERVER STATE'), 0) = 0
  SET @unread = N'this login may not see the settings of SQL Server Agent: it lacks VIEW SERVER STATE';
ELSE IF EXISTS (SELECT 1 FROM sys.all_objects AS o WHERE o.name = N'dm_server_registry')
  SET @agent = (SELECT MAX(CONVERT(nvarchar(256), g.value_data))
                  FROM sys.dm_server_registry AS g
                 WHERE g.registry_key LIKE N'%\SQLServerAgent'
                   AND g.value_name = N'DatabaseMailProfile');
IF @agent IS NULL AND @unread IS NULL
  SET @unread = N'this server does not show the settings of SQL Server Agent to a SELECT; look in its'
              + N' properties';

SELECT
  N'1' AS [@version],
  CONVERT(nvarchar(256), SERVERPROPERTY(N'ServerName')) AS [@host],
  CONVERT(nvarchar(30), GETUTCDATE(), 126) + N'Z' AS [@read],
  N'true' AS [@complete],
  (SELECT facts.name AS [@name], facts.value AS [text()]
     FROM (VALUES
       (N'AvailabilityGroups', CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION') = 1
                                      OR ISNULL(CONVERT(int, SERVERPROPERTY(N'IsHadrEnabled')), 0) = 0
                                    THEN N'shown' END),
       (N'ContainedAvailabilityGroup', @contained),
       (N'Hosting', CASE WHEN CONVERT(int, SERVERPROPERTY(N'EngineEdition')) = 8
                         THEN N'Azure SQL Managed Instance'
                         WHEN DB_ID(N'rdsadmin') IS NOT NULL THEN N'Amazon RDS' END),
       (N'ProductVersion', CONVERT(nvarchar(256), SERVERPROPERTY(N'ProductVersion'))),
       (N'Edition',        CONVERT(nvarchar(256), SERVERPROPERTY(N'Edition'))),
       (N'EngineEdition',  CONVERT(nvarchar(256), SERVERPROPERTY(N'EngineEdition'))),
       (N'ServerName',     CONVERT(nvarchar(256), SERVERPROPERTY(N'ServerName'))),
       (N'MachineName',    CONVERT(nvarchar(256), SERVERPROPERTY(N'MachineName')))
     ) AS facts (name, value)
    WHERE facts.value IS NOT NULL
    ORDER BY facts.name
      FOR XML PATH(N'fact'), TYPE),
  @groups,
  (SELECT
     N'mailAccounts' AS [@kind],
     a.name AS [@name],
     CASE WHEN s.last_mod_datetime > a.last_mod_datetime
          THEN s.last_mod_user ELSE a.last_mod_user END AS [@changedBy],
     CONVERT(nvarchar(30), CASE WHEN s.last_mod_datetime > a.last_mod_datetime
          THEN s.last_mod_datetime ELSE a.last_mod_datetime END, 126) AS [@changedAt],
     -- DATALENGTH, because '' and a blank are equal to SQL Server
     (SELECT given.name AS [@name], given.value AS [text()]
        FROM (VALUES
          (N'email_address',           CONVERT(nvarchar(256), a.email_address)),
          (N'display_name',            CONVERT(nvarchar(256), a.display_name)),
          (N'replyto_address',         CONVERT(nvarchar(256), a.replyto_address)),
          (N'description',             CONVERT(nvarchar(256), a.description)),
          (N'mailserver_name',         CONVERT(nvarchar(256), s.servername)),
          (N'port',                    CONVERT(nvarchar(256), s.port)),
          (N'use_default_credentials', CONVERT(nvarchar(256), s.use_default_credentials)),
          (N'enable_ssl',              CONVERT(nvarchar(256), s.enable_ssl)),
          (N'timeout',                 CONVERT(nvarchar(256), s.timeout)),
          (N'username',                CONVERT(nvarchar(256), s.username))
        ) AS given (name, value)
       WHERE DATALENGTH(given.value) > 0
         FOR XML PATH(N'value'), TYPE),
     -- of an account without a server row, the server's settings follow as not known
     (SELECT given.name AS [@name]
        FROM (VALUES
          (N'email_address',   CONVERT(nvarchar(256), a.email_address), a.account_id),
          (N'display_name',    CONVERT(nvarchar(256), a.display_name), a.account_id),
          (N'replyto_address', CONVERT(nvarchar(256), a.replyto_address), a.account_id),
          (N'description',     CONVERT(nvarchar(256), a.description), a.account_id),
          (N'mailserver_name', CONVERT(nvarchar(256), s.servername), s.account_id),
          (N'timeout',         CONVERT(nvarchar(256), s.timeout), s.account_id),
          (N'username',        CONVERT(nvarchar(256), s.username), s.account_id)
        ) AS given (name, value, row_id)
       WHERE given.row_id IS NOT NULL AND ISNULL(DATALENGTH(given.value), 0) = 0
         FOR XML PATH(N'empty'), TYPE),
     (SELECT N'credential' AS [@name], seen.value AS [text()]
        FROM (VALUES (CASE
          WHEN s.account_id IS NULL THEN NULL
          WHEN s.credential_id IS NULL THEN N'false'
          WHEN EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.credential_id = s.credential_id)
            THEN N'true'
          WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION') = 1
            OR HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY CREDENTIAL') = 1
            THEN N'false'
        END)) AS seen (value)
       WHERE seen.value IS NOT NULL
         FOR XML PATH(N'value'), TYPE),
     (SELECT N'credential_set' AS [@name], CONVERT(nvarchar(30), c.modify_date, 126) AS [text()]
        FROM sys.credentials AS c
       WHERE c.credential_id = s.credential_id
         FOR XML PATH(N'value'), TYPE),
     (SELECT N'credential_set' AS [@name]
       WHERE s.account_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.credential_id = s.credential_id)
         AND (s.credential_id IS NULL
              OR HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION') = 1
              OR HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY CREDENTIAL') = 1)
         FOR XML PATH(N'empty'), TYPE),
     (SELECT hidden.name AS [@name],
             N'this login cannot see credentials: it lacks VIEW ANY DEFINITION' AS [text()]
        FROM (VALUES (N'credential'), (N'credential_set')) AS hidden (name)
       WHERE s.credential_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.credential_id = s.credential_id)
         AND ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION'), 0) = 0
         AND ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY CREDENTIAL'), 0) = 0
         FOR XML PATH(N'unread'), TYPE),
     (SELECT unread.name AS [@name],
             N'the account has no row in msdb.dbo.sysmail_server, so it cannot send' AS [text()]
        FROM (VALUES (N'mailserver_name'), (N'port'), (N'use_default_credentials'), (N'enable_ssl'),
                     (N'timeout'), (N'username'), (N'credential'), (N'credential_set'))
             AS unread (name)
       WHERE s.account_id IS NULL
         FOR XML PATH(N'unread'), TYPE),
     (SELECT N'profiles' AS [@name],
        (SELECT p.name AS [text()]
           FROM msdb.dbo.sysmail_profileaccount AS pa
           JOIN msdb.dbo.sysmail_profile AS p ON p.profile_id = pa.profile_id
          WHERE pa.account_id = a.account_id
          ORDER BY p.name
            FOR XML PATH(N'item'), TYPE)
       WHERE EXISTS (SELECT 1 FROM msdb.dbo.sysmail_profileaccount AS pa
                      WHERE pa.account_id = a.account_id)
         FOR XML PATH(N'list'), TYPE),
     (SELECT N'profiles' AS [@name]
       WHERE NOT EXISTS (SELECT 1 FROM msdb.dbo.sysmail_profileaccount AS pa
                          WHERE pa.account_id = a.account_id)
         FOR XML PATH(N'empty'), TYPE)
   FROM msdb.dbo.sysmail_account AS a
   LEFT JOIN msdb.dbo.sysmail_server AS s
     ON s.account_id = a.account_id AND s.servertype = N'SMTP'
  ORDER BY a.name
    FOR XML PATH(N'resource'), TYPE),
  (SELECT
     N'mailProfiles' AS [@kind],
     p.name AS [@name],
     p.last_mod_user AS [@changedBy],
     CONVERT(nvarchar(30), p.last_mod_datetime, 126) AS [@changedAt],
     (SELECT given.name AS [@name], given.value AS [text()]
        FROM (VALUES
          (N'description', CONVERT(nvarchar(256), p.description)),
          (N'ties', CASE WHEN EXISTS (SELECT pa.sequence_number
                                        FROM msdb.dbo.sysmail_profileaccount AS pa
                                       WHERE pa.profile_id = p.profile_id
                                       GROUP BY pa.sequence_number HAVING COUNT(*) > 1)
                         THEN N'true' ELSE N'false' END)
        ) AS given (name, value)
       WHERE DATALENGTH(given.value) > 0
         FOR XML PATH(N'value'), TYPE),
     (SELECT N'accounts' AS [@name],
        -- accounts with one number have no order, so they are told in words that equal no policy
        (SELECT CASE WHEN COUNT(*) OVER (PARTITION BY pa.sequence_number) > 1
                     THEN a.name + N' (number '
                          + ISNULL(CONVERT(nvarchar(20), pa.sequence_number), N'empty')
                          + N', as another)'
                     ELSE a.name END AS [text()]
           FROM msdb.dbo.sysmail_profileaccount AS pa
           JOIN msdb.dbo.sysmail_account AS a ON a.account_id = pa.account_id
          WHERE pa.profile_id = p.profile_id
          ORDER BY pa.sequence_number, a.name
            FOR XML PATH(N'item'), TYPE)
       WHERE EXISTS (SELECT 1 FROM msdb.dbo.sysmail_profileaccount AS pa
                      WHERE pa.profile_id = p.profile_id)
         FOR XML PATH(N'list'), TYPE),
     (SELECT lists.name AS [@name],
        (SELECT CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS [text()]
           FROM msdb.dbo.sysmail_principalprofile AS pp
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00
          WHERE pp.profile_id = p.profile_id AND CONVERT(int, pp.is_default) >= lists.least
          ORDER BY u.name
            FOR XML PATH(N'item'), TYPE)
        FROM (VALUES (N'grants', 0), (N'default_for', 1)) AS lists (name, least)
       WHERE EXISTS (SELECT 1 FROM msdb.dbo.sysmail_principalprofile AS pp
                      WHERE pp.profile_id = p.profile_id
                        AND CONVERT(int, pp.is_default) >= lists.least)
         AND NOT EXISTS (SELECT 1 FROM msdb.dbo.sysmail_principalprofile AS pp
                          WHERE pp.profile_id = p.profile_id
                            AND CONVERT(int, pp.is_default) >= lists.least
                            AND pp.principal_sid <> 0x00
                            AND ISNULL(HAS_PERMS_BY_NAME(N'msdb', N'DATABASE', N'VIEW DEFINITION'), 0)
                                = 0
                            AND NOT EXISTS (SELECT 1 FROM msdb.sys.database_principals AS u
                                             WHERE u.sid = pp.principal_sid))
         FOR XML PATH(N'list'), TYPE),
     (SELECT lists.name AS [@name],
             N'this login may not see the names of users: it lacks VIEW DEFINITION in msdb'
               AS [text()]
        FROM (VALUES (N'grants', 0), (N'default_for', 1)) AS lists (name, least)
       WHERE EXISTS (SELECT 1 FROM msdb.dbo.sysmail_principalprofile AS pp
                      WHERE pp.profile_id = p.profile_id
                        AND CONVERT(int, pp.is_default) >= lists.least
                        AND pp.principal_sid <> 0x00
                        AND ISNULL(HAS_PERMS_BY_NAME(N'msdb', N'DATABASE', N'VIEW DEFINITION'), 0) = 0
                        AND NOT EXISTS (SELECT 1 FROM msdb.sys.database_principals AS u
                                         WHERE u.sid = pp.principal_sid))
         FOR XML PATH(N'unread'), TYPE),
     (SELECT N'agent' AS [@name],
             CASE WHEN p.name = @agent THEN N'true' ELSE N'false' END AS [text()]
       WHERE @unread IS NULL
         FOR XML PATH(N'value'), TYPE),
     (SELECT N'agent' AS [@name], @unread AS [text()]
       WHERE @unread IS NOT NULL
         FOR XML PATH(N'unread'), TYPE),
     (SELECT gone.name AS [@name]
        FROM (VALUES
          (N'description', CASE WHEN DATALENGTH(p.description) > 0 THEN 1 ELSE 0 END),
          (N'accounts', CASE WHEN EXISTS (SELECT 1 FROM msdb.dbo.sysmail_profileaccount AS pa
                                           WHERE pa.profile_id = p.profile_id)
                             THEN 1 ELSE 0 END),
          (N'grants', CASE WHEN EXISTS (SELECT 1 FROM msdb.dbo.sysmail_principalprofile AS pp
                                         WHERE pp.profile_id = p.profile_id)
                           THEN 1 ELSE 0 END),
          (N'default_for', CASE WHEN EXISTS (SELECT 1 FROM msdb.dbo.sysmail_principalprofile AS pp
                                              WHERE pp.profile_id = p.profile_id
                                                AND pp.is_default = 1)
                                THEN 1 ELSE 0 END)
        ) AS gone (name, there)
       WHERE gone.there = 0
         FOR XML PATH(N'empty'), TYPE)
   FROM msdb.dbo.sysmail_profile AS p
  ORDER BY p.name
    FOR XML PATH(N'resource'), TYPE),
  (SELECT
     N'mailSettings' AS [@kind],
     N'Database Mail' AS [@name],
     (SELECT TOP (1) c.last_mod_user
        FROM msdb.dbo.sysmail_configuration AS c
       ORDER BY c.last_mod_datetime DESC, c.paramname) AS [@changedBy],
     (SELECT TOP (1) CONVERT(nvarchar(30), c.last_mod_datetime, 126)
        FROM msdb.dbo.sysmail_configuration AS c
       ORDER BY c.last_mod_datetime DESC, c.paramname) AS [@changedAt],
     (SELECT c.paramname AS [@name], c.paramvalue AS [text()]
        FROM msdb.dbo.sysmail_configuration AS c
       WHERE DATALENGTH(c.paramvalue) > 0
       ORDER BY c.paramname
         FOR XML PATH(N'value'), TYPE),
     (SELECT c.paramname AS [@name]
        FROM msdb.dbo.sysmail_configuration AS c
       WHERE ISNULL(DATALENGTH(c.paramvalue), 0) = 0
       ORDER BY c.paramname
         FOR XML PATH(N'empty'), TYPE),
     (SELECT N'DatabaseMailXPs' AS [@name], CONVERT(int, o.value_in_use) AS [text()]
        FROM sys.configurations AS o
       WHERE o.name = N'Database Mail XPs'
         FOR XML PATH(N'value'), TYPE),
     (SELECT states.name AS [@name],
             CASE WHEN states.name = N'activation'
                  THEN CASE WHEN q.is_activation_enabled = 1 THEN N'true' ELSE N'false' END
                  WHEN q.is_receive_enabled = 1 THEN N'STARTED' ELSE N'STOPPED' END AS [text()]
        FROM (VALUES (N'queue'), (N'activation')) AS states (name)
        JOIN msdb.sys.service_queues AS q ON q.name = N'ExternalMailQueue'
         FOR XML PATH(N'value'), TYPE),
     (SELECT states.name AS [@name],
             N'this login may not see the queue: it lacks VIEW DEFINITION on dbo.ExternalMailQueue'
               AS [text()]
        FROM (VALUES (N'queue'), (N'activation')) AS states (name)
       WHERE NOT EXISTS (SELECT 1 FROM msdb.sys.service_queues AS q
                          WHERE q.name = N'ExternalMailQueue')
         FOR XML PATH(N'unread'), TYPE),
     (SELECT N'broker' AS [@name],
             CASE WHEN d.is_broker_enabled = 1 THEN N'true' ELSE N'false' END AS [text()]
        FROM sys.databases AS d
       WHERE d.name = N'msdb'
         FOR XML PATH(N'value'), TYPE)
    FOR XML PATH(N'resource'), TYPE),
  -- a kind of which there is nothing
  (SELECT lists.kind AS [@kind]
     FROM (VALUES
       (N'mailAccounts', (SELECT COUNT(*) FROM msdb.dbo.sysmail_account)),
       (N'mailProfiles', (SELECT COUNT(*) FROM msdb.dbo.sysmail_profile))
     ) AS lists (kind, number)
    WHERE lists.number = 0
      FOR XML PATH(N'empty'), TYPE)
FOR XML PATH(N'record'), TYPE;
