-- Records the Database Mail accounts of a SQL Server as XML that relay-maven-plugin reads.
-- It only SELECTs. It runs on SQL Server 2008 R2 and later, in any database.
--
-- Rights: SELECT on msdb.dbo.sysmail_account and msdb.dbo.sysmail_server. Who lacks one gets error
-- 229 and no record, so a record that exists lists every account: complete="true".
-- Whether an account's password is still there is seen only with VIEW ANY DEFINITION or ALTER ANY
-- CREDENTIAL; without, an account that has one says <unread name="credential">.
-- The password itself is never read.
--
-- Management Studio: results to grid, click the one cell, save what opens as SQL01.xml. (A cell
--   shows 2 MB of XML unless Options say more; results to text cut it at 256 characters.)
-- sqlcmd: sqlcmd -S SQL01 -E -b -y 0 -u -i record-mail-accounts.sql -o SQL01.xml
--   -y 0 because the default cuts the XML at 256 characters, -u because without it letters outside
--   the console's code page are lost.
-- Whichever: the file begins with <record and ends with </record>; one that does not was cut off,
-- and is refused. Blank lines before and after are no matter.
--
-- A name or a text with a control character that XML does not have (say, 0x0B) ends in error 6841:
-- mend that text first, or let the plugin ask the server itself.
--
-- In connections:   SQL01: {recorded: recorded/SQL01.xml}
-- "host" is the server's own name; if the connections call it otherwise, add  server: NAME.
SET NOCOUNT ON;
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
SET ANSI_PADDING ON;
SET ANSI_WARNINGS ON;
SET CONCAT_NULL_YIELDS_NULL ON;

SELECT
  N'1' AS [@version],
  CONVERT(nvarchar(256), SERVERPROPERTY(N'ServerName')) AS [@host],
  CONVERT(nvarchar(30), GETUTCDATE(), 126) + N'Z' AS [@read],
  N'true' AS [@complete],
  (SELECT facts.name AS [@name], facts.value AS [text()]
     FROM (VALUES
       (N'ProductVersion', CONVERT(nvarchar(256), SERVERPROPERTY(N'ProductVersion'))),
       (N'Edition',        CONVERT(nvarchar(256), SERVERPROPERTY(N'Edition'))),
       (N'EngineEdition',  CONVERT(nvarchar(256), SERVERPROPERTY(N'EngineEdition')))
     ) AS facts (name, value)
    WHERE facts.value IS NOT NULL
    ORDER BY facts.name
      FOR XML PATH(N'fact'), TYPE),
  (SELECT
     N'mailAccounts' AS [@kind],
     a.name AS [@name],
     a.last_mod_user AS [@changedBy],
     CONVERT(nvarchar(30), a.last_mod_datetime, 126) AS [@changedAt],
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
     -- of an account without a server row, the server's settings are not mentioned: not known
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
     (SELECT N'credential' AS [@name],
             N'this login cannot see credentials: it lacks VIEW ANY DEFINITION' AS [text()]
       WHERE s.credential_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.credential_id = s.credential_id)
         AND ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION'), 0) = 0
         AND ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY CREDENTIAL'), 0) = 0
         FOR XML PATH(N'unread'), TYPE)
   FROM msdb.dbo.sysmail_account AS a
   LEFT JOIN msdb.dbo.sysmail_server AS s
     ON s.account_id = a.account_id AND s.servertype = N'SMTP'
  ORDER BY a.name
    FOR XML PATH(N'resource'), TYPE)
FOR XML PATH(N'record'), TYPE;
