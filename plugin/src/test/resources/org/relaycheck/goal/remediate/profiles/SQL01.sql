-- Fixes SQL01: 2 to add, 6 to change, 2 to remove, 3 by hand.
-- The plan, in this order:
--   1. add mailAccounts 'Relay 2'  (relay-policy.yaml:3:3)
--        email_address: erp@example.com  (relay-policy.yaml:5:5)
--        mailserver_name: relay2.example.com  (relay-policy.yaml:6:5)
--        auth: anonymous  (relay-policy.yaml:7:5)
--   2. add mailProfiles 'New reports'  (relay-policy.yaml:20:3)
--        description: Reports at night  (relay-policy.yaml:22:5)
--        accounts: Relay 2  (relay-policy.yaml:23:5)
--        grants: CORP\reports  (relay-policy.yaml:24:5)
--        agent: true  (relay-policy.yaml:25:5)
--   3. change mailProfiles 'Bulk'
--        accounts: Old relay, Relay 1 -> Relay 1, Relay 2  (relay-policy.yaml:13:5)  needs AllowNarrowing=yes
--        default_for: empty -> CORP\erp  (relay-policy.yaml:15:5)  needs AllowNarrowing=yes AllowWidening=yes
--        description: Bulk mail -> Bulk mail of 'ERP' $ (x) [U+2019]  (relay-policy.yaml:12:5)
--        grants: CORP\crm, CORP\erp -> CORP\erp, public  (relay-policy.yaml:14:5)  needs AllowNarrowing=yes AllowWidening=yes
--   4. change mailProfiles 'Alerts'
--        accounts: Old relay (number 1, as another), Relay 1 (number 1, as another) -> Relay 1  (relay-policy.yaml:18:5)  needs AllowNarrowing=yes
--        grants: CORP\dba, public -> CORP\dba  (relay-policy.yaml:19:5)  needs AllowNarrowing=yes
--   5. remove mailProfiles 'Old mail'  (relay-policy.yaml:26:3)  needs AllowNarrowing=yes
--   6. remove mailAccounts 'Old relay'  (relay-policy.yaml:8:3)
--   By hand: Agent's: present -> absent  (relay-policy.yaml:27:3): SQL Server Agent sends its alerts with it; give it another profile and restart it first
--   By hand: Left behind, accounts: Relay 1 -> not Relay 1  (relay-policy.yaml:28:51): any other value would do; state the one to write as 'set'
--   By hand: Left behind, grants: CORP\erp, orphan 0x010500000000000515000000A065CF7E784B9B5FE77C8770E9030000 -> CORP\erp  (relay-policy.yaml:28:31): no procedure removes the grant of a user that is gone alone; sysmail_delete_principalprofile_sp with nothing but the profile removes all its grants, which are then to be given again
-- Compared: mailAccounts, mailProfiles with relay-policy.yaml.
-- The answer was read at 2026-11-24T09:55:00Z.
-- What it fixes can be brought back by rollback/SQL01.sql.
-- Keep this folder, and not in target, which mvn clean deletes: no later run writes the same rollback again.
-- Run it on SQL01 with: sqlcmd -S SQL01 -E -b -v AllowNarrowing=no AllowWidening=no -i SQL01.sql
-- (-b: it ends with 1 if anything stopped), or in Management Studio, or with Invoke-Sqlcmd -AbortOnError.
-- AllowNarrowing=no leaves out what takes something from those who send, AllowWidening=no leaves out what lets everybody send; the rest is done, and the script ends with 1. With yes that is done too.
-- Management Studio takes switches in SQLCMD mode only (:setvar AllowNarrowing yes or :setvar AllowWidening yes above the script); without it they are no. Invoke-Sqlcmd takes them by -Variable.
-- Each resource is changed in a transaction of its own, and only if it still is as it was read; one that is not is left alone, and the others go on.
-- Running it twice changes nothing the second time.
-- Nothing stops: Database Mail keeps settings in memory, so a change may take minutes to act.
-- It calls the procedures of Database Mail only, and never stops the mail queue.
-- For accounts the login needs to be sysadmin, or db_owner of msdb with ALTER ANY CREDENTIAL.
-- It never changes or drops a password unless a line below says so, and removes no account that a profile uses.
-- For profiles the login needs to be sysadmin or db_owner of msdb.
-- It makes no user, removes no profile that SQL Server Agent sends with or whose mail waits, and numbers the accounts of a profile that it changes from 1.
-- Mind: mailAccounts 'Old relay': it is removed
-- Mind: mailProfiles 'Bulk': it no longer tries the account 'Old relay'; needs AllowNarrowing=yes
-- Mind: mailProfiles 'Bulk': 'CORP\crm' may no longer send with it; needs AllowNarrowing=yes
-- Mind: mailProfiles 'Bulk': everybody may send with it; needs AllowWidening=yes
-- Mind: mailProfiles 'Bulk': the default of 'CORP\erp' is 'Old mail' until then
-- Mind: mailProfiles 'Alerts': it no longer tries the account 'Old relay'; needs AllowNarrowing=yes
-- Mind: mailProfiles 'Alerts': not everybody may send with it, and it is no longer the default of everybody; needs AllowNarrowing=yes
-- Mind: mailProfiles 'New reports': agent stays to be done by hand: set the mail profile in the properties of SQL Server Agent (on Linux: mssql-conf set sqlagent.databasemailprofile) and restart SQL Server Agent
-- Mind: mailProfiles 'Old mail': it is removed, and nobody can send with it; needs AllowNarrowing=yes
-- Mind: mailProfiles 'Old mail': it is the default of 'CORP\crm': mail that names no profile is then refused
-- The rollback cannot undo: mailAccounts 'Old relay': it comes back under a new account_id
-- The rollback cannot undo: mailProfiles 'Old mail': it comes back under a new profile_id

SET NOCOUNT ON;
SET XACT_ABORT ON;
SET QUOTED_IDENTIFIER ON;
SET ANSI_NULLS ON;
SET ANSI_PADDING ON;
SET ANSI_WARNINGS ON;
SET CONCAT_NULL_YIELDS_NULL ON;
SET IMPLICIT_TRANSACTIONS OFF;
SET LOCK_TIMEOUT 30000;

DECLARE @server nvarchar(256), @group nvarchar(256), @for nvarchar(256);
DECLARE @name nvarchar(256), @what nvarchar(300), @changes int, @rc int;
DECLARE @stopped int, @changed int, @left int, @why nvarchar(2048);
DECLARE @stops nvarchar(max), @piece nvarchar(1500);
SELECT @stopped = 0, @changed = 0, @left = 0, @stops = N'';
SET @server = ISNULL(CONVERT(nvarchar(256), SERVERPROPERTY(N'ServerName')), N'');
SELECT @group = ISNULL((SELECT CONVERT(nvarchar(256), contained_availability_group_id)
                          FROM sys.dm_exec_sessions AS s WHERE s.session_id = @@SPID), N'')
  FROM (SELECT CONVERT(uniqueidentifier, NULL) AS contained_availability_group_id) AS older;
SET @for = N'SQL01';
IF @server <> @for COLLATE Latin1_General_CI_AS
BEGIN
  RAISERROR(N'This script is for the server [%s], and here is [%s]: nothing was changed.', 16, 1, @for, @server);
  RETURN;
END
SET @for = N'';
IF @group <> @for COLLATE Latin1_General_CI_AS
BEGIN
  RAISERROR(N'This script is for the group [%s], and here is [%s]: nothing was changed.', 16, 1, @for, @group);
  RETURN;
END
IF @@TRANCOUNT > 0
BEGIN
  RAISERROR(N'This session has an open transaction: end it, then run the script again.', 16, 1);
  RETURN;
END
DECLARE @allow_narrowing nvarchar(256);
SET @allow_narrowing = N'$(AllowNarrowing)';
DECLARE @allow_widening nvarchar(256);
SET @allow_widening = N'$(AllowWidening)';
DECLARE @id int, @found int, @login int, @secret nvarchar(max), @digits nvarchar(max);
DECLARE @seen varbinary(512), @want varbinary(512);
DECLARE @credential int, @want_credential int;
DECLARE @email_address varbinary(512), @want_email_address varbinary(512), @to_email_address nvarchar(256);
DECLARE @display_name varbinary(512), @want_display_name varbinary(512), @to_display_name nvarchar(256);
DECLARE @replyto_address varbinary(512), @want_replyto_address varbinary(512), @to_replyto_address nvarchar(256);
DECLARE @description varbinary(512), @want_description varbinary(512), @to_description nvarchar(256);
DECLARE @mailserver_name varbinary(512), @want_mailserver_name varbinary(512), @to_mailserver_name nvarchar(256);
DECLARE @port varbinary(512), @want_port varbinary(512), @to_port int;
DECLARE @enable_ssl varbinary(512), @want_enable_ssl varbinary(512), @to_enable_ssl bit;
DECLARE @timeout varbinary(512), @want_timeout varbinary(512), @to_timeout int;
DECLARE @use_default_credentials varbinary(512), @want_use_default_credentials varbinary(512), @to_use_default_credentials bit;
DECLARE @username varbinary(512), @want_username varbinary(512), @to_username nvarchar(256);
DECLARE @profile int, @profiles int, @other int, @account int, @principal int;
DECLARE @who nvarchar(256), @text nvarchar(256), @number int, @default bit;
DECLARE @do_description bit, @do_accounts bit, @do_senders bit;
DECLARE @is_description varbinary(max), @end_description varbinary(max);
DECLARE @is_accounts varbinary(max), @end_accounts varbinary(max);
DECLARE @is_senders varbinary(max), @end_senders varbinary(max);
DECLARE @is_moved varbinary(max), @end_moved varbinary(max);
DECLARE @is_rest varbinary(max), @end_rest varbinary(max);
DECLARE @from varbinary(max), @to varbinary(max), @from_moved varbinary(max), @to_moved varbinary(max);

-- mailAccounts 'Relay 2'
--   email_address: Exchange may refuse a sender of its own domain from an anonymous client.
--   mailserver_name: If it is left out when an account is made, it becomes the SQL Server's own name.
--   auth: An anonymous relay needs anonymous; basic needs a password, which a policy cannot hold and a script asks for.
SET @name = N'Relay 2';
SET @what = N'mailAccounts ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
  SELECT @want_email_address = CONVERT(varbinary(512), N'erp@example.com'),
         @want_display_name = CONVERT(varbinary(512), N''),
         @want_replyto_address = CONVERT(varbinary(512), N''),
         @want_description = CONVERT(varbinary(512), N''),
         @want_mailserver_name = CONVERT(varbinary(512), N'relay2.example.com'),
         @want_port = CONVERT(varbinary(512), N'25'),
         @want_enable_ssl = CONVERT(varbinary(512), N'0'),
         @want_timeout = CONVERT(varbinary(512), N''),
         @want_use_default_credentials = CONVERT(varbinary(512), N'0'),
         @want_username = CONVERT(varbinary(512), N'');
  SELECT @found = COUNT(*)
    FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
   WHERE a.name = @name;
  IF @found = 0
  BEGIN
    SELECT @to_email_address = CONVERT(nvarchar(256), @want_email_address), @to_mailserver_name = CONVERT(nvarchar(256), @want_mailserver_name), @to_port = CONVERT(nvarchar(256), @want_port), @to_enable_ssl = CONVERT(nvarchar(256), @want_enable_ssl), @to_use_default_credentials = CONVERT(nvarchar(256), @want_use_default_credentials);
    SELECT @rc = NULL, @id = NULL;
    EXEC @rc = msdb.dbo.sysmail_add_account_sp @account_name = @name, @email_address = @to_email_address, @mailserver_name = @to_mailserver_name, @port = @to_port, @enable_ssl = @to_enable_ssl, @use_default_credentials = @to_use_default_credentials, @account_id = @id OUTPUT;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_add_account_sp returned %d', 16, 1, @rc);
    SELECT @changes = 1, @secret = NULL;
  END
  SELECT @id = a.account_id, @credential = s.credential_id,
         @email_address = CONVERT(varbinary(512), ISNULL(a.email_address, N'')),
         @display_name = CONVERT(varbinary(512), ISNULL(a.display_name, N'')),
         @replyto_address = CONVERT(varbinary(512), ISNULL(a.replyto_address, N'')),
         @description = CONVERT(varbinary(512), ISNULL(a.description, N'')),
         @mailserver_name = CONVERT(varbinary(512), ISNULL(s.servername, N'')),
         @port = CONVERT(varbinary(512), ISNULL(CONVERT(nvarchar(20), s.port), N'')),
         @enable_ssl = CONVERT(varbinary(512), ISNULL(CONVERT(nvarchar(20), s.enable_ssl), N'')),
         @timeout = CONVERT(varbinary(512), ISNULL(CONVERT(nvarchar(20), s.timeout), N'')),
         @use_default_credentials = CONVERT(varbinary(512), ISNULL(CONVERT(nvarchar(20), s.use_default_credentials), N'')),
         @username = CONVERT(varbinary(512), ISNULL(s.username, N''))
    FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
    JOIN msdb.dbo.sysmail_server AS s WITH (UPDLOCK, HOLDLOCK)
      ON s.account_id = a.account_id AND s.servertype = N'SMTP'
   WHERE a.name = @name COLLATE Latin1_General_BIN2 AND DATALENGTH(a.name) = DATALENGTH(@name);
  IF @@ROWCOUNT <> 1
    RAISERROR(N'there is no account of exactly this name with a mail server', 16, 1);
  IF @credential IS NOT NULL
    RAISERROR(N'it has a password, and should have none', 16, 1);
  SET @want_credential = @credential;
  IF EXISTS (SELECT @want_email_address, @want_display_name, @want_replyto_address, @want_description, @want_mailserver_name, @want_port, @want_enable_ssl, @want_timeout, @want_use_default_credentials, @want_username, @want_credential
             EXCEPT
             SELECT @email_address, @display_name, @replyto_address, @description, @mailserver_name, @port, @enable_ssl, @timeout, @use_default_credentials, @username, @credential)
    RAISERROR(N'an account of this name is there and is not as it is wanted', 16, 1);
  COMMIT TRANSACTION;
  IF @changes > 0
  BEGIN
    SET @changed = @changed + 1;
    PRINT @what + N': changed.';
  END
  ELSE
    PRINT @what + N': no change.';
END TRY
BEGIN CATCH
  SET @why = ISNULL(ERROR_MESSAGE(), N'unknown');
  IF XACT_STATE() <> 0
    ROLLBACK TRANSACTION;
  SET @stopped = @stopped + 1;
  SET @stops = @stops + N' [' + @what + N': ' + @why + N']';
  PRINT @what + N': STOPPED, left as found: ' + @why;
END CATCH

-- mailProfiles 'New reports'
--   description: The place to say who sends with the profile.
--   accounts: Their order is compared, not their numbers, which may have gaps. A profile without an account sends nothing.
--   grants: A grant to public lets every user of sp_send_dbmail send through the relay. 'orphan' and a SID is a grant whose user is gone.
--   agent: SQL Server Agent keeps the name outside of msdb, so a renamed profile is lost to it. A Managed Instance always takes AzureManagedInstance_dbmail_profile.
SET @name = N'New reports';
SET @what = N'mailProfiles ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
  SELECT @profiles = COUNT(*)
    FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)
   WHERE p.name = @name;
  IF @profiles = 0
  BEGIN
    SELECT @profile = 0, @text = N'Reports at night';
    SELECT @is_rest = CONVERT(varbinary(max), ISNULL((
      SELECT N' ' + CONVERT(nvarchar(20), l.profile_id) + N'/' + CONVERT(nvarchar(20), l.account_id)
             + N'/' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'')
        FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
       WHERE l.profile_id <> @profile
       ORDER BY l.profile_id, l.account_id
         FOR XML PATH(N'')), N'')
    + ISNULL((
      SELECT CONVERT(nvarchar(20), g.profile_id) + CASE WHEN g.is_default = 1 THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
       WHERE (g.profile_id <> @profile)
       ORDER BY g.profile_id, CONVERT(varbinary(512), g.name)
         FOR XML PATH(N'')), N''));
    SET @end_rest = @is_rest;
    SET @rc = NULL;
    EXEC @rc = msdb.dbo.sysmail_add_profile_sp @profile_name = @name, @description = @text, @profile_id = @profile OUTPUT;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_add_profile_sp returned %d', 16, 1, @rc);
    SELECT @is_rest = CONVERT(varbinary(max), ISNULL((
      SELECT N' ' + CONVERT(nvarchar(20), l.profile_id) + N'/' + CONVERT(nvarchar(20), l.account_id)
             + N'/' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'')
        FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
       WHERE l.profile_id <> @profile
       ORDER BY l.profile_id, l.account_id
         FOR XML PATH(N'')), N'')
    + ISNULL((
      SELECT CONVERT(nvarchar(20), g.profile_id) + CASE WHEN g.is_default = 1 THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
       WHERE (g.profile_id <> @profile)
       ORDER BY g.profile_id, CONVERT(varbinary(512), g.name)
         FOR XML PATH(N'')), N''));
    IF @is_rest <> @end_rest
      RAISERROR(N'another profile changed too; rolled back', 16, 1);
    SET @changes = 1;
  END
  SELECT @profile = NULL;
  SELECT @profile = p.profile_id,
         @is_description = CONVERT(varbinary(max), ISNULL(p.description, N''))
    FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)
   WHERE p.name = @name COLLATE Latin1_General_BIN2 AND DATALENGTH(p.name) = DATALENGTH(@name);
  IF @profile IS NULL
    RAISERROR(N'there is no profile of exactly this name', 16, 1);
  SELECT @is_accounts = CONVERT(varbinary(max), ISNULL((
    SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), CASE
             WHEN (SELECT COUNT(*) FROM msdb.dbo.sysmail_profileaccount AS o
                    WHERE o.profile_id = l.profile_id
                      AND (o.sequence_number = l.sequence_number
                           OR (o.sequence_number IS NULL AND l.sequence_number IS NULL))) > 1
             THEN a.name + N' (number ' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'empty')
                  + N', as another)'
             ELSE a.name END), 2)
      FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
      JOIN msdb.dbo.sysmail_account AS a ON a.account_id = l.account_id
     WHERE l.profile_id = @profile
     ORDER BY l.sequence_number, a.name
       FOR XML PATH(N'')), N''));
  SELECT @is_senders = CONVERT(varbinary(max), ISNULL((
    SELECT CASE WHEN g.is_default = 1 AND CONVERT(varbinary(512), g.name) NOT IN (CONVERT(varbinary(512), N'CORP\erp')) THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
      FROM (SELECT pp.profile_id, pp.is_default,
              CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                   ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                   END AS name
         FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
         LEFT JOIN msdb.sys.database_principals AS u
           ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
     WHERE g.profile_id = @profile
     ORDER BY CONVERT(varbinary(512), g.name)
       FOR XML PATH(N'')), N''));
  SET @is_moved = CONVERT(varbinary(max), N'');
  SELECT @is_rest = CONVERT(varbinary(max), ISNULL((
    SELECT N' ' + CONVERT(nvarchar(20), l.profile_id) + N'/' + CONVERT(nvarchar(20), l.account_id)
           + N'/' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'')
      FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
     WHERE l.profile_id <> @profile
     ORDER BY l.profile_id, l.account_id
       FOR XML PATH(N'')), N'')
  + ISNULL((
    SELECT CONVERT(nvarchar(20), g.profile_id) + CASE WHEN g.is_default = 1 THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
      FROM (SELECT pp.profile_id, pp.is_default,
              CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                   ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                   END AS name
         FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
         LEFT JOIN msdb.sys.database_principals AS u
           ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
     WHERE (g.profile_id <> @profile)
     ORDER BY g.profile_id, CONVERT(varbinary(512), g.name)
       FOR XML PATH(N'')), N''));
  SELECT @end_description = @is_description, @end_accounts = @is_accounts, @end_senders = @is_senders, @end_moved = @is_moved, @end_rest = @is_rest;
  SELECT @do_description = 0,
         @from = CONVERT(varbinary(512), N'Reports at night'),
         @to = CONVERT(varbinary(512), N'Reports at night');
  IF @is_description <> @to
    RAISERROR(N'description is not as wanted: check again', 16, 1);
  SELECT @do_accounts = 0,
         @from = CONVERT(varbinary(max), N''),
         @to = CONVERT(varbinary(max), N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'Relay 2'), 2));
  IF @is_accounts = @to
    PRINT N'  accounts are already so.';
  ELSE IF @is_accounts = @from
    SELECT @do_accounts = 1, @changes = @changes + 1, @end_accounts = @to;
  ELSE
    RAISERROR(N'accounts are neither as before nor as wanted: check again', 16, 1);
  SELECT @do_senders = 0,
         @from = CONVERT(varbinary(max), N''),
         @to = CONVERT(varbinary(max), N'.' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'CORP\reports'), 2));
  IF @is_senders = @to
    PRINT N'  grants and default_for are already so.';
  ELSE IF @is_senders = @from
    SELECT @do_senders = 1, @changes = @changes + 1, @end_senders = @to;
  ELSE
    RAISERROR(N'grants and default_for are neither as before nor as wanted: check again', 16, 1);
  IF @changes > 0
  BEGIN
    IF @do_accounts = 1
    BEGIN
      SELECT @account = NULL, @who = N'Relay 2';
      SELECT @account = a.account_id
        FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
       WHERE a.name = @who COLLATE Latin1_General_BIN2 AND DATALENGTH(a.name) = DATALENGTH(@who);
      IF @account IS NULL
        RAISERROR(N'there is no account of exactly the name [%s]', 16, 1, @who);
      SET @number = 1;
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_add_profileaccount_sp @profile_id = @profile, @account_id = @account, @sequence_number = @number;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_add_profileaccount_sp returned %d', 16, 1, @rc);
    END
    IF @do_senders = 1
    BEGIN
      SELECT @principal = NULL, @who = N'CORP\reports';
      SELECT @principal = u.principal_id
        FROM msdb.sys.database_principals AS u
       WHERE u.name = @who COLLATE Latin1_General_BIN2 AND DATALENGTH(u.name) = DATALENGTH(@who)
         AND u.type IN (N'S', N'U', N'G');
      IF @principal IS NULL
        RAISERROR(N'msdb has no user and no Windows group of exactly the name [%s]', 16, 1, @who);
      SET @default = 0;
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_add_principalprofile_sp @principal_id = @principal, @profile_id = @profile, @is_default = @default;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_add_principalprofile_sp returned %d', 16, 1, @rc);
    END
    SELECT @profile = p.profile_id,
           @is_description = CONVERT(varbinary(max), ISNULL(p.description, N''))
      FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)
     WHERE p.profile_id = @profile;
    IF @@ROWCOUNT <> 1
      RAISERROR(N'afterwards the profile is gone; rolled back', 16, 1);
    SELECT @is_accounts = CONVERT(varbinary(max), ISNULL((
      SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), CASE
               WHEN (SELECT COUNT(*) FROM msdb.dbo.sysmail_profileaccount AS o
                      WHERE o.profile_id = l.profile_id
                        AND (o.sequence_number = l.sequence_number
                             OR (o.sequence_number IS NULL AND l.sequence_number IS NULL))) > 1
               THEN a.name + N' (number ' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'empty')
                    + N', as another)'
               ELSE a.name END), 2)
        FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
        JOIN msdb.dbo.sysmail_account AS a ON a.account_id = l.account_id
       WHERE l.profile_id = @profile
       ORDER BY l.sequence_number, a.name
         FOR XML PATH(N'')), N''));
    SELECT @is_senders = CONVERT(varbinary(max), ISNULL((
      SELECT CASE WHEN g.is_default = 1 AND CONVERT(varbinary(512), g.name) NOT IN (CONVERT(varbinary(512), N'CORP\erp')) THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
       WHERE g.profile_id = @profile
       ORDER BY CONVERT(varbinary(512), g.name)
         FOR XML PATH(N'')), N''));
    SET @is_moved = CONVERT(varbinary(max), N'');
    SELECT @is_rest = CONVERT(varbinary(max), ISNULL((
      SELECT N' ' + CONVERT(nvarchar(20), l.profile_id) + N'/' + CONVERT(nvarchar(20), l.account_id)
             + N'/' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'')
        FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
       WHERE l.profile_id <> @profile
       ORDER BY l.profile_id, l.account_id
         FOR XML PATH(N'')), N'')
    + ISNULL((
      SELECT CONVERT(nvarchar(20), g.profile_id) + CASE WHEN g.is_default = 1 THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
       WHERE (g.profile_id <> @profile)
       ORDER BY g.profile_id, CONVERT(varbinary(512), g.name)
         FOR XML PATH(N'')), N''));
    IF @is_description <> @end_description OR @is_accounts <> @end_accounts OR @is_senders <> @end_senders OR @is_moved <> @end_moved OR @is_rest <> @end_rest
      RAISERROR(N'afterwards it is not as it should be; rolled back', 16, 1);
  END
  COMMIT TRANSACTION;
  IF @changes > 0
  BEGIN
    SET @changed = @changed + 1;
    PRINT @what + N': changed.';
  END
  ELSE
    PRINT @what + N': no change.';
END TRY
BEGIN CATCH
  SET @why = ISNULL(ERROR_MESSAGE(), N'unknown');
  IF XACT_STATE() <> 0
    ROLLBACK TRANSACTION;
  SET @stopped = @stopped + 1;
  SET @stops = @stops + N' [' + @what + N': ' + @why + N']';
  PRINT @what + N': STOPPED, left as found: ' + @why;
END CATCH

-- mailProfiles 'Bulk'
--   accounts: Their order is compared, not their numbers, which may have gaps. A profile without an account sends nothing.
--   default_for: A second default for the same user takes the first one away.
--   description: The place to say who sends with the profile.
--   grants: A grant to public lets every user of sp_send_dbmail send through the relay. 'orphan' and a SID is a grant whose user is gone.
SET @name = N'Bulk';
SET @what = N'mailProfiles ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
  SELECT @profile = NULL;
  SELECT @profile = p.profile_id,
         @is_description = CONVERT(varbinary(max), ISNULL(p.description, N''))
    FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)
   WHERE p.name = @name COLLATE Latin1_General_BIN2 AND DATALENGTH(p.name) = DATALENGTH(@name);
  IF @profile IS NULL
    RAISERROR(N'there is no profile of exactly this name', 16, 1);
  SELECT @is_accounts = CONVERT(varbinary(max), ISNULL((
    SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), CASE
             WHEN (SELECT COUNT(*) FROM msdb.dbo.sysmail_profileaccount AS o
                    WHERE o.profile_id = l.profile_id
                      AND (o.sequence_number = l.sequence_number
                           OR (o.sequence_number IS NULL AND l.sequence_number IS NULL))) > 1
             THEN a.name + N' (number ' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'empty')
                  + N', as another)'
             ELSE a.name END), 2)
      FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
      JOIN msdb.dbo.sysmail_account AS a ON a.account_id = l.account_id
     WHERE l.profile_id = @profile
     ORDER BY l.sequence_number, a.name
       FOR XML PATH(N'')), N''));
  SELECT @is_senders = CONVERT(varbinary(max), ISNULL((
    SELECT CASE WHEN g.is_default = 1 THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
      FROM (SELECT pp.profile_id, pp.is_default,
              CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                   ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                   END AS name
         FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
         LEFT JOIN msdb.sys.database_principals AS u
           ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
     WHERE g.profile_id = @profile
     ORDER BY CONVERT(varbinary(512), g.name)
       FOR XML PATH(N'')), N''));
  SELECT @is_moved = CONVERT(varbinary(max), ISNULL((
    SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2) + N'=' + CONVERT(nvarchar(max), CONVERT(varbinary(512), o.name), 2)
      FROM (SELECT pp.profile_id, pp.is_default,
              CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                   ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                   END AS name
         FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
         LEFT JOIN msdb.sys.database_principals AS u
           ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
      JOIN msdb.dbo.sysmail_profile AS o ON o.profile_id = g.profile_id
     WHERE g.profile_id <> @profile AND g.is_default = 1 AND CONVERT(varbinary(512), g.name) IN (CONVERT(varbinary(512), N'CORP\erp'))
     ORDER BY CONVERT(varbinary(512), g.name), o.profile_id
       FOR XML PATH(N'')), N''));
  SELECT @is_rest = CONVERT(varbinary(max), ISNULL((
    SELECT N' ' + CONVERT(nvarchar(20), l.profile_id) + N'/' + CONVERT(nvarchar(20), l.account_id)
           + N'/' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'')
      FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
     WHERE l.profile_id <> @profile
     ORDER BY l.profile_id, l.account_id
       FOR XML PATH(N'')), N'')
  + ISNULL((
    SELECT CONVERT(nvarchar(20), g.profile_id) + CASE WHEN g.is_default = 1 AND CONVERT(varbinary(512), g.name) NOT IN (CONVERT(varbinary(512), N'CORP\erp')) THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
      FROM (SELECT pp.profile_id, pp.is_default,
              CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                   ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                   END AS name
         FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
         LEFT JOIN msdb.sys.database_principals AS u
           ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
     WHERE (g.profile_id <> @profile)
     ORDER BY g.profile_id, CONVERT(varbinary(512), g.name)
       FOR XML PATH(N'')), N''));
  SELECT @end_description = @is_description, @end_accounts = @is_accounts, @end_senders = @is_senders, @end_moved = @is_moved, @end_rest = @is_rest;
  SELECT @do_accounts = 0,
         @from = CONVERT(varbinary(max), N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'Old relay'), 2) + N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'Relay 1'), 2)),
         @to = CONVERT(varbinary(max), N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'Relay 1'), 2) + N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'Relay 2'), 2));
  IF @is_accounts = @to
    PRINT N'  accounts are already so.';
  ELSE IF @is_accounts = @from AND @allow_narrowing = N'yes'
    SELECT @do_accounts = 1, @changes = @changes + 1, @end_accounts = @to;
  ELSE IF @is_accounts = @from
    BEGIN
      PRINT N'  accounts are left out; needs AllowNarrowing=yes.';
      SET @left = @left + 1;
      SET @stops = @stops + N' [' + @what + N': accounts are left out; needs AllowNarrowing=yes]';
    END
  ELSE
    RAISERROR(N'accounts are neither as before nor as wanted: check again', 16, 1);
  SELECT @do_description = 0,
         @from = CONVERT(varbinary(512), N'Bulk mail'),
         @to = CONVERT(varbinary(512), N'Bulk mail of ''ERP'' $' + N'(x) ' + NCHAR(8217));
  IF @is_description = @to
    PRINT N'  description is already so.';
  ELSE IF @is_description = @from
    SELECT @do_description = 1, @changes = @changes + 1, @end_description = @to;
  ELSE
    RAISERROR(N'description is neither as before nor as wanted: check again', 16, 1);
  SELECT @do_senders = 0,
         @from = CONVERT(varbinary(max), N'.' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'CORP\crm'), 2) + N'.' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'CORP\erp'), 2)),
         @to = CONVERT(varbinary(max), N'*' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'CORP\erp'), 2) + N'.' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'public'), 2));
  SELECT @from_moved = CONVERT(varbinary(max), N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'CORP\erp'), 2) + N'=' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'Old mail'), 2)),
         @to_moved = CONVERT(varbinary(max), N'');
  IF @is_senders = @to AND @is_moved = @to_moved
    PRINT N'  grants and default_for are already so.';
  ELSE IF @is_senders = @from AND @is_moved = @from_moved AND @allow_narrowing = N'yes' AND @allow_widening = N'yes'
    SELECT @do_senders = 1, @changes = @changes + 1, @end_senders = @to, @end_moved = @to_moved;
  ELSE IF @is_senders = @from AND @is_moved = @from_moved
    BEGIN
      PRINT N'  grants and default_for are left out; needs AllowNarrowing=yes AllowWidening=yes.';
      SET @left = @left + 1;
      SET @stops = @stops + N' [' + @what + N': grants and default_for are left out; needs AllowNarrowing=yes AllowWidening=yes]';
    END
  ELSE
    RAISERROR(N'grants and default_for are neither as before nor as wanted: check again', 16, 1);
  IF @changes > 0
  BEGIN
    IF @do_accounts = 1
    BEGIN
      SELECT @account = NULL, @who = N'Old relay';
      SELECT @account = a.account_id
        FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
       WHERE a.name = @who COLLATE Latin1_General_BIN2 AND DATALENGTH(a.name) = DATALENGTH(@who);
      IF @account IS NULL
        RAISERROR(N'there is no account of exactly the name [%s]', 16, 1, @who);
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_delete_profileaccount_sp @profile_id = @profile, @account_id = @account;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_delete_profileaccount_sp returned %d', 16, 1, @rc);
      SELECT @account = NULL, @who = N'Relay 1';
      SELECT @account = a.account_id
        FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
       WHERE a.name = @who COLLATE Latin1_General_BIN2 AND DATALENGTH(a.name) = DATALENGTH(@who);
      IF @account IS NULL
        RAISERROR(N'there is no account of exactly the name [%s]', 16, 1, @who);
      SET @number = 1;
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_update_profileaccount_sp @profile_id = @profile, @account_id = @account, @sequence_number = @number;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_update_profileaccount_sp returned %d', 16, 1, @rc);
      SELECT @account = NULL, @who = N'Relay 2';
      SELECT @account = a.account_id
        FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
       WHERE a.name = @who COLLATE Latin1_General_BIN2 AND DATALENGTH(a.name) = DATALENGTH(@who);
      IF @account IS NULL
        RAISERROR(N'there is no account of exactly the name [%s]', 16, 1, @who);
      SET @number = 2;
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_add_profileaccount_sp @profile_id = @profile, @account_id = @account, @sequence_number = @number;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_add_profileaccount_sp returned %d', 16, 1, @rc);
    END
    IF @do_description = 1
    BEGIN
      SET @text = N'Bulk mail of ''ERP'' $' + N'(x) ' + NCHAR(8217);
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_update_profile_sp @profile_id = @profile, @description = @text;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_update_profile_sp returned %d', 16, 1, @rc);
    END
    IF @do_senders = 1
    BEGIN
      SELECT @principal = NULL, @who = N'CORP\crm';
      SELECT @principal = u.principal_id
        FROM msdb.sys.database_principals AS u
       WHERE u.name = @who COLLATE Latin1_General_BIN2 AND DATALENGTH(u.name) = DATALENGTH(@who)
         AND u.type IN (N'S', N'U', N'G');
      IF @principal IS NULL
        RAISERROR(N'msdb has no user and no Windows group of exactly the name [%s]', 16, 1, @who);
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_delete_principalprofile_sp @principal_id = @principal, @profile_id = @profile;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_delete_principalprofile_sp returned %d', 16, 1, @rc);
      SELECT @principal = NULL, @who = N'CORP\erp';
      SELECT @principal = u.principal_id
        FROM msdb.sys.database_principals AS u
       WHERE u.name = @who COLLATE Latin1_General_BIN2 AND DATALENGTH(u.name) = DATALENGTH(@who)
         AND u.type IN (N'S', N'U', N'G');
      IF @principal IS NULL
        RAISERROR(N'msdb has no user and no Windows group of exactly the name [%s]', 16, 1, @who);
      SET @default = 1;
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_update_principalprofile_sp @principal_id = @principal, @profile_id = @profile, @is_default = @default;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_update_principalprofile_sp returned %d', 16, 1, @rc);
      SET @principal = 0;
      SET @default = 0;
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_add_principalprofile_sp @principal_id = @principal, @profile_id = @profile, @is_default = @default;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_add_principalprofile_sp returned %d', 16, 1, @rc);
    END
    SELECT @profile = p.profile_id,
           @is_description = CONVERT(varbinary(max), ISNULL(p.description, N''))
      FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)
     WHERE p.profile_id = @profile;
    IF @@ROWCOUNT <> 1
      RAISERROR(N'afterwards the profile is gone; rolled back', 16, 1);
    SELECT @is_accounts = CONVERT(varbinary(max), ISNULL((
      SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), CASE
               WHEN (SELECT COUNT(*) FROM msdb.dbo.sysmail_profileaccount AS o
                      WHERE o.profile_id = l.profile_id
                        AND (o.sequence_number = l.sequence_number
                             OR (o.sequence_number IS NULL AND l.sequence_number IS NULL))) > 1
               THEN a.name + N' (number ' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'empty')
                    + N', as another)'
               ELSE a.name END), 2)
        FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
        JOIN msdb.dbo.sysmail_account AS a ON a.account_id = l.account_id
       WHERE l.profile_id = @profile
       ORDER BY l.sequence_number, a.name
         FOR XML PATH(N'')), N''));
    SELECT @is_senders = CONVERT(varbinary(max), ISNULL((
      SELECT CASE WHEN g.is_default = 1 THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
       WHERE g.profile_id = @profile
       ORDER BY CONVERT(varbinary(512), g.name)
         FOR XML PATH(N'')), N''));
    SELECT @is_moved = CONVERT(varbinary(max), ISNULL((
      SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2) + N'=' + CONVERT(nvarchar(max), CONVERT(varbinary(512), o.name), 2)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
        JOIN msdb.dbo.sysmail_profile AS o ON o.profile_id = g.profile_id
       WHERE g.profile_id <> @profile AND g.is_default = 1 AND CONVERT(varbinary(512), g.name) IN (CONVERT(varbinary(512), N'CORP\erp'))
       ORDER BY CONVERT(varbinary(512), g.name), o.profile_id
         FOR XML PATH(N'')), N''));
    SELECT @is_rest = CONVERT(varbinary(max), ISNULL((
      SELECT N' ' + CONVERT(nvarchar(20), l.profile_id) + N'/' + CONVERT(nvarchar(20), l.account_id)
             + N'/' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'')
        FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
       WHERE l.profile_id <> @profile
       ORDER BY l.profile_id, l.account_id
         FOR XML PATH(N'')), N'')
    + ISNULL((
      SELECT CONVERT(nvarchar(20), g.profile_id) + CASE WHEN g.is_default = 1 AND CONVERT(varbinary(512), g.name) NOT IN (CONVERT(varbinary(512), N'CORP\erp')) THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
       WHERE (g.profile_id <> @profile)
       ORDER BY g.profile_id, CONVERT(varbinary(512), g.name)
         FOR XML PATH(N'')), N''));
    IF @is_description <> @end_description OR @is_accounts <> @end_accounts OR @is_senders <> @end_senders OR @is_moved <> @end_moved OR @is_rest <> @end_rest
      RAISERROR(N'afterwards it is not as it should be; rolled back', 16, 1);
  END
  COMMIT TRANSACTION;
  IF @changes > 0
  BEGIN
    SET @changed = @changed + 1;
    PRINT @what + N': changed.';
  END
  ELSE
    PRINT @what + N': no change.';
END TRY
BEGIN CATCH
  SET @why = ISNULL(ERROR_MESSAGE(), N'unknown');
  IF XACT_STATE() <> 0
    ROLLBACK TRANSACTION;
  SET @stopped = @stopped + 1;
  SET @stops = @stops + N' [' + @what + N': ' + @why + N']';
  PRINT @what + N': STOPPED, left as found: ' + @why;
END CATCH

-- mailProfiles 'Alerts'
--   accounts: Their order is compared, not their numbers, which may have gaps. A profile without an account sends nothing.
--   The policy's reason: the second relay does not take alerts
--   grants: A grant to public lets every user of sp_send_dbmail send through the relay. 'orphan' and a SID is a grant whose user is gone.
SET @name = N'Alerts';
SET @what = N'mailProfiles ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
  SELECT @profile = NULL;
  SELECT @profile = p.profile_id,
         @is_description = CONVERT(varbinary(max), ISNULL(p.description, N''))
    FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)
   WHERE p.name = @name COLLATE Latin1_General_BIN2 AND DATALENGTH(p.name) = DATALENGTH(@name);
  IF @profile IS NULL
    RAISERROR(N'there is no profile of exactly this name', 16, 1);
  SELECT @is_accounts = CONVERT(varbinary(max), ISNULL((
    SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), CASE
             WHEN (SELECT COUNT(*) FROM msdb.dbo.sysmail_profileaccount AS o
                    WHERE o.profile_id = l.profile_id
                      AND (o.sequence_number = l.sequence_number
                           OR (o.sequence_number IS NULL AND l.sequence_number IS NULL))) > 1
             THEN a.name + N' (number ' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'empty')
                  + N', as another)'
             ELSE a.name END), 2)
      FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
      JOIN msdb.dbo.sysmail_account AS a ON a.account_id = l.account_id
     WHERE l.profile_id = @profile
     ORDER BY l.sequence_number, a.name
       FOR XML PATH(N'')), N''));
  SELECT @is_senders = CONVERT(varbinary(max), ISNULL((
    SELECT CASE WHEN g.is_default = 1 AND CONVERT(varbinary(512), g.name) NOT IN (CONVERT(varbinary(512), N'CORP\erp')) THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
      FROM (SELECT pp.profile_id, pp.is_default,
              CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                   ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                   END AS name
         FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
         LEFT JOIN msdb.sys.database_principals AS u
           ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
     WHERE g.profile_id = @profile
     ORDER BY CONVERT(varbinary(512), g.name)
       FOR XML PATH(N'')), N''));
  SET @is_moved = CONVERT(varbinary(max), N'');
  SELECT @is_rest = CONVERT(varbinary(max), ISNULL((
    SELECT N' ' + CONVERT(nvarchar(20), l.profile_id) + N'/' + CONVERT(nvarchar(20), l.account_id)
           + N'/' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'')
      FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
     WHERE l.profile_id <> @profile
     ORDER BY l.profile_id, l.account_id
       FOR XML PATH(N'')), N'')
  + ISNULL((
    SELECT CONVERT(nvarchar(20), g.profile_id) + CASE WHEN g.is_default = 1 THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
      FROM (SELECT pp.profile_id, pp.is_default,
              CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                   ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                   END AS name
         FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
         LEFT JOIN msdb.sys.database_principals AS u
           ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
     WHERE (g.profile_id <> @profile)
     ORDER BY g.profile_id, CONVERT(varbinary(512), g.name)
       FOR XML PATH(N'')), N''));
  SELECT @end_description = @is_description, @end_accounts = @is_accounts, @end_senders = @is_senders, @end_moved = @is_moved, @end_rest = @is_rest;
  SELECT @do_accounts = 0,
         @from = CONVERT(varbinary(max), N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'Old relay (number 1, as another)'), 2) + N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'Relay 1 (number 1, as another)'), 2)),
         @to = CONVERT(varbinary(max), N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'Relay 1'), 2));
  IF @is_accounts = @to
    PRINT N'  accounts are already so.';
  ELSE IF @is_accounts = @from AND @allow_narrowing = N'yes'
    SELECT @do_accounts = 1, @changes = @changes + 1, @end_accounts = @to;
  ELSE IF @is_accounts = @from
    BEGIN
      PRINT N'  accounts are left out; needs AllowNarrowing=yes.';
      SET @left = @left + 1;
      SET @stops = @stops + N' [' + @what + N': accounts are left out; needs AllowNarrowing=yes]';
    END
  ELSE
    RAISERROR(N'accounts are neither as before nor as wanted: check again', 16, 1);
  SELECT @do_senders = 0,
         @from = CONVERT(varbinary(max), N'.' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'CORP\dba'), 2) + N'*' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'public'), 2)),
         @to = CONVERT(varbinary(max), N'.' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'CORP\dba'), 2));
  IF @is_senders = @to
    PRINT N'  grants and default_for are already so.';
  ELSE IF @is_senders = @from AND @allow_narrowing = N'yes'
    SELECT @do_senders = 1, @changes = @changes + 1, @end_senders = @to;
  ELSE IF @is_senders = @from
    BEGIN
      PRINT N'  grants and default_for are left out; needs AllowNarrowing=yes.';
      SET @left = @left + 1;
      SET @stops = @stops + N' [' + @what + N': grants and default_for are left out; needs AllowNarrowing=yes]';
    END
  ELSE
    RAISERROR(N'grants and default_for are neither as before nor as wanted: check again', 16, 1);
  IF @changes > 0
  BEGIN
    IF @do_accounts = 1
    BEGIN
      SELECT @account = NULL, @who = N'Old relay';
      SELECT @account = a.account_id
        FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
       WHERE a.name = @who COLLATE Latin1_General_BIN2 AND DATALENGTH(a.name) = DATALENGTH(@who);
      IF @account IS NULL
        RAISERROR(N'there is no account of exactly the name [%s]', 16, 1, @who);
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_delete_profileaccount_sp @profile_id = @profile, @account_id = @account;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_delete_profileaccount_sp returned %d', 16, 1, @rc);
      SELECT @account = NULL, @who = N'Relay 1';
      SELECT @account = a.account_id
        FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
       WHERE a.name = @who COLLATE Latin1_General_BIN2 AND DATALENGTH(a.name) = DATALENGTH(@who);
      IF @account IS NULL
        RAISERROR(N'there is no account of exactly the name [%s]', 16, 1, @who);
      SET @number = 1;
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_update_profileaccount_sp @profile_id = @profile, @account_id = @account, @sequence_number = @number;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_update_profileaccount_sp returned %d', 16, 1, @rc);
    END
    IF @do_senders = 1
    BEGIN
      SET @principal = 0;
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_delete_principalprofile_sp @principal_id = @principal, @profile_id = @profile;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_delete_principalprofile_sp returned %d', 16, 1, @rc);
    END
    SELECT @profile = p.profile_id,
           @is_description = CONVERT(varbinary(max), ISNULL(p.description, N''))
      FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)
     WHERE p.profile_id = @profile;
    IF @@ROWCOUNT <> 1
      RAISERROR(N'afterwards the profile is gone; rolled back', 16, 1);
    SELECT @is_accounts = CONVERT(varbinary(max), ISNULL((
      SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), CASE
               WHEN (SELECT COUNT(*) FROM msdb.dbo.sysmail_profileaccount AS o
                      WHERE o.profile_id = l.profile_id
                        AND (o.sequence_number = l.sequence_number
                             OR (o.sequence_number IS NULL AND l.sequence_number IS NULL))) > 1
               THEN a.name + N' (number ' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'empty')
                    + N', as another)'
               ELSE a.name END), 2)
        FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
        JOIN msdb.dbo.sysmail_account AS a ON a.account_id = l.account_id
       WHERE l.profile_id = @profile
       ORDER BY l.sequence_number, a.name
         FOR XML PATH(N'')), N''));
    SELECT @is_senders = CONVERT(varbinary(max), ISNULL((
      SELECT CASE WHEN g.is_default = 1 AND CONVERT(varbinary(512), g.name) NOT IN (CONVERT(varbinary(512), N'CORP\erp')) THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
       WHERE g.profile_id = @profile
       ORDER BY CONVERT(varbinary(512), g.name)
         FOR XML PATH(N'')), N''));
    SET @is_moved = CONVERT(varbinary(max), N'');
    SELECT @is_rest = CONVERT(varbinary(max), ISNULL((
      SELECT N' ' + CONVERT(nvarchar(20), l.profile_id) + N'/' + CONVERT(nvarchar(20), l.account_id)
             + N'/' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'')
        FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
       WHERE l.profile_id <> @profile
       ORDER BY l.profile_id, l.account_id
         FOR XML PATH(N'')), N'')
    + ISNULL((
      SELECT CONVERT(nvarchar(20), g.profile_id) + CASE WHEN g.is_default = 1 THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
       WHERE (g.profile_id <> @profile)
       ORDER BY g.profile_id, CONVERT(varbinary(512), g.name)
         FOR XML PATH(N'')), N''));
    IF @is_description <> @end_description OR @is_accounts <> @end_accounts OR @is_senders <> @end_senders OR @is_moved <> @end_moved OR @is_rest <> @end_rest
      RAISERROR(N'afterwards it is not as it should be; rolled back', 16, 1);
  END
  COMMIT TRANSACTION;
  IF @changes > 0
  BEGIN
    SET @changed = @changed + 1;
    PRINT @what + N': changed.';
  END
  ELSE
    PRINT @what + N': no change.';
END TRY
BEGIN CATCH
  SET @why = ISNULL(ERROR_MESSAGE(), N'unknown');
  IF XACT_STATE() <> 0
    ROLLBACK TRANSACTION;
  SET @stopped = @stopped + 1;
  SET @stops = @stops + N' [' + @what + N': ' + @why + N']';
  PRINT @what + N': STOPPED, left as found: ' + @why;
END CATCH

-- mailProfiles 'Old mail'
SET @name = N'Old mail';
SET @what = N'mailProfiles ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
  SELECT @profiles = COUNT(*)
    FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)
   WHERE p.name = @name;
  IF @profiles > 0
  BEGIN
    SELECT @profile = NULL;
    SELECT @profile = p.profile_id,
           @is_description = CONVERT(varbinary(max), ISNULL(p.description, N''))
      FROM msdb.dbo.sysmail_profile AS p WITH (UPDLOCK, HOLDLOCK)
     WHERE p.name = @name COLLATE Latin1_General_BIN2 AND DATALENGTH(p.name) = DATALENGTH(@name);
    IF @profile IS NULL
      RAISERROR(N'there is no profile of exactly this name', 16, 1);
    SELECT @is_accounts = CONVERT(varbinary(max), ISNULL((
      SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), CASE
               WHEN (SELECT COUNT(*) FROM msdb.dbo.sysmail_profileaccount AS o
                      WHERE o.profile_id = l.profile_id
                        AND (o.sequence_number = l.sequence_number
                             OR (o.sequence_number IS NULL AND l.sequence_number IS NULL))) > 1
               THEN a.name + N' (number ' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'empty')
                    + N', as another)'
               ELSE a.name END), 2)
        FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
        JOIN msdb.dbo.sysmail_account AS a ON a.account_id = l.account_id
       WHERE l.profile_id = @profile
       ORDER BY l.sequence_number, a.name
         FOR XML PATH(N'')), N''));
    SELECT @is_senders = CONVERT(varbinary(max), ISNULL((
      SELECT CASE WHEN g.is_default = 1 AND CONVERT(varbinary(512), g.name) NOT IN (CONVERT(varbinary(512), N'CORP\erp')) THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
       WHERE g.profile_id = @profile
       ORDER BY CONVERT(varbinary(512), g.name)
         FOR XML PATH(N'')), N''));
    SET @is_moved = CONVERT(varbinary(max), N'');
    SELECT @is_rest = CONVERT(varbinary(max), ISNULL((
      SELECT N' ' + CONVERT(nvarchar(20), l.profile_id) + N'/' + CONVERT(nvarchar(20), l.account_id)
             + N'/' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'')
        FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
       WHERE l.profile_id <> @profile
       ORDER BY l.profile_id, l.account_id
         FOR XML PATH(N'')), N'')
    + ISNULL((
      SELECT CONVERT(nvarchar(20), g.profile_id) + CASE WHEN g.is_default = 1 THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
       WHERE (g.profile_id <> @profile)
       ORDER BY g.profile_id, CONVERT(varbinary(512), g.name)
         FOR XML PATH(N'')), N''));
    SELECT @do_description = 0,
           @from = CONVERT(varbinary(512), N'Before the move'),
           @to = CONVERT(varbinary(512), N'Before the move');
    IF @is_description = @from OR @is_description = @to
      PRINT N'  description is as expected.';
    ELSE
      RAISERROR(N'description is not as before: check again', 16, 1);
    SELECT @do_accounts = 0,
           @from = CONVERT(varbinary(max), N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'Old relay'), 2)),
           @to = CONVERT(varbinary(max), N'');
    IF @is_accounts = @from OR @is_accounts = @to
      PRINT N'  accounts are as expected.';
    ELSE
      RAISERROR(N'accounts are not as before: check again', 16, 1);
    SELECT @do_senders = 0,
           @from = CONVERT(varbinary(max), N'*' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'CORP\crm'), 2) + N'.' + CONVERT(nvarchar(max), CONVERT(varbinary(512), N'CORP\erp'), 2)),
           @to = CONVERT(varbinary(max), N'');
    IF @is_senders = @from OR @is_senders = @to
      PRINT N'  grants and default_for are as expected.';
    ELSE
      RAISERROR(N'grants and default_for are not as before: check again', 16, 1);
    IF @allow_narrowing = N'yes'
    BEGIN
      SELECT @profiles = COUNT(*)
        FROM (SELECT pp.profile_id, pp.is_default,
                CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                     ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                     END AS name
           FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
           LEFT JOIN msdb.sys.database_principals AS u
             ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
       WHERE g.profile_id = @profile AND g.is_default = 1
         AND CONVERT(varbinary(512), g.name) IN (CONVERT(varbinary(512), N'CORP\erp'));
      IF @profiles > 0
        RAISERROR(N'it still is the default of somebody who is to get another one first', 16, 1);
      SET @end_rest = @is_rest;
      SET @rc = NULL;
      EXEC @rc = msdb.dbo.sysmail_delete_profile_sp @profile_id = @profile, @force_delete = 0;
      IF @rc IS NULL OR @rc <> 0
        RAISERROR(N'sysmail_delete_profile_sp returned %d', 16, 1, @rc);
      SELECT @is_accounts = CONVERT(varbinary(max), ISNULL((
        SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), CASE
                 WHEN (SELECT COUNT(*) FROM msdb.dbo.sysmail_profileaccount AS o
                        WHERE o.profile_id = l.profile_id
                          AND (o.sequence_number = l.sequence_number
                               OR (o.sequence_number IS NULL AND l.sequence_number IS NULL))) > 1
                 THEN a.name + N' (number ' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'empty')
                      + N', as another)'
                 ELSE a.name END), 2)
          FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
          JOIN msdb.dbo.sysmail_account AS a ON a.account_id = l.account_id
         WHERE l.profile_id = @profile
         ORDER BY l.sequence_number, a.name
           FOR XML PATH(N'')), N''));
      SELECT @is_senders = CONVERT(varbinary(max), ISNULL((
        SELECT CASE WHEN g.is_default = 1 AND CONVERT(varbinary(512), g.name) NOT IN (CONVERT(varbinary(512), N'CORP\erp')) THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
          FROM (SELECT pp.profile_id, pp.is_default,
                  CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                       ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                       END AS name
             FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
             LEFT JOIN msdb.sys.database_principals AS u
               ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
         WHERE g.profile_id = @profile
         ORDER BY CONVERT(varbinary(512), g.name)
           FOR XML PATH(N'')), N''));
      SET @is_moved = CONVERT(varbinary(max), N'');
      SELECT @is_rest = CONVERT(varbinary(max), ISNULL((
        SELECT N' ' + CONVERT(nvarchar(20), l.profile_id) + N'/' + CONVERT(nvarchar(20), l.account_id)
               + N'/' + ISNULL(CONVERT(nvarchar(20), l.sequence_number), N'')
          FROM msdb.dbo.sysmail_profileaccount AS l WITH (UPDLOCK, HOLDLOCK)
         WHERE l.profile_id <> @profile
         ORDER BY l.profile_id, l.account_id
           FOR XML PATH(N'')), N'')
      + ISNULL((
        SELECT CONVERT(nvarchar(20), g.profile_id) + CASE WHEN g.is_default = 1 THEN N'*' ELSE N'.' END + CONVERT(nvarchar(max), CONVERT(varbinary(512), g.name), 2)
          FROM (SELECT pp.profile_id, pp.is_default,
                  CASE WHEN pp.principal_sid = 0x00 THEN N'public'
                       ELSE COALESCE(u.name, N'orphan ' + CONVERT(nvarchar(200), pp.principal_sid, 1))
                       END AS name
             FROM msdb.dbo.sysmail_principalprofile AS pp WITH (UPDLOCK, HOLDLOCK)
             LEFT JOIN msdb.sys.database_principals AS u
               ON u.sid = pp.principal_sid AND u.sid <> 0x00) AS g
         WHERE (g.profile_id <> @profile)
         ORDER BY g.profile_id, CONVERT(varbinary(512), g.name)
           FOR XML PATH(N'')), N''));
      IF EXISTS (SELECT 1 FROM msdb.dbo.sysmail_profile AS p WHERE p.profile_id = @profile)
         OR @is_accounts <> CONVERT(varbinary(max), N'')
         OR @is_senders <> CONVERT(varbinary(max), N'')
         OR @is_rest <> @end_rest
        RAISERROR(N'afterwards it is not as it should be; rolled back', 16, 1);
      SET @changes = 1;
    END
    ELSE
    BEGIN
      PRINT N'  its removal is left out; needs AllowNarrowing=yes.';
      SET @left = @left + 1;
      SET @stops = @stops + N' [' + @what + N': its removal is left out; needs AllowNarrowing=yes]';
    END
  END
  COMMIT TRANSACTION;
  IF @changes > 0
  BEGIN
    SET @changed = @changed + 1;
    PRINT @what + N': changed.';
  END
  ELSE
    PRINT @what + N': no change.';
END TRY
BEGIN CATCH
  SET @why = ISNULL(ERROR_MESSAGE(), N'unknown');
  IF XACT_STATE() <> 0
    ROLLBACK TRANSACTION;
  SET @stopped = @stopped + 1;
  SET @stops = @stops + N' [' + @what + N': ' + @why + N']';
  PRINT @what + N': STOPPED, left as found: ' + @why;
END CATCH

-- mailAccounts 'Old relay'
SET @name = N'Old relay';
SET @what = N'mailAccounts ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
  SELECT @found = COUNT(*)
    FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
   WHERE a.name = @name;
  IF @found > 0
  BEGIN
    SELECT @id = a.account_id, @credential = s.credential_id,
           @email_address = CONVERT(varbinary(512), ISNULL(a.email_address, N'')),
           @display_name = CONVERT(varbinary(512), ISNULL(a.display_name, N'')),
           @replyto_address = CONVERT(varbinary(512), ISNULL(a.replyto_address, N'')),
           @description = CONVERT(varbinary(512), ISNULL(a.description, N'')),
           @mailserver_name = CONVERT(varbinary(512), ISNULL(s.servername, N'')),
           @port = CONVERT(varbinary(512), ISNULL(CONVERT(nvarchar(20), s.port), N'')),
           @enable_ssl = CONVERT(varbinary(512), ISNULL(CONVERT(nvarchar(20), s.enable_ssl), N'')),
           @timeout = CONVERT(varbinary(512), ISNULL(CONVERT(nvarchar(20), s.timeout), N'')),
           @use_default_credentials = CONVERT(varbinary(512), ISNULL(CONVERT(nvarchar(20), s.use_default_credentials), N'')),
           @username = CONVERT(varbinary(512), ISNULL(s.username, N''))
      FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
      JOIN msdb.dbo.sysmail_server AS s WITH (UPDLOCK, HOLDLOCK)
        ON s.account_id = a.account_id AND s.servertype = N'SMTP'
     WHERE a.name = @name COLLATE Latin1_General_BIN2 AND DATALENGTH(a.name) = DATALENGTH(@name);
    IF @@ROWCOUNT <> 1
      RAISERROR(N'there is no account of exactly this name with a mail server', 16, 1);
    IF @credential IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.credential_id = @credential)
    BEGIN
      IF ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION'), 0) = 0
         AND ISNULL(HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY CREDENTIAL'), 0) = 0
        RAISERROR(N'this login cannot see its credential %d, so the password would be lost; it needs ALTER ANY CREDENTIAL or VIEW ANY DEFINITION', 16, 1, @credential);
      PRINT N'  its credential is gone, and the password with it.';
      SET @credential = NULL;
    END
    SELECT @want_email_address = CONVERT(varbinary(512), N'erp@example.com'),
         @want_display_name = CONVERT(varbinary(512), N''),
         @want_replyto_address = CONVERT(varbinary(512), N''),
         @want_description = CONVERT(varbinary(512), N''),
         @want_mailserver_name = CONVERT(varbinary(512), N'relay.example.com'),
         @want_port = CONVERT(varbinary(512), N'25'),
         @want_enable_ssl = CONVERT(varbinary(512), N'0'),
         @want_timeout = CONVERT(varbinary(512), N''),
         @want_use_default_credentials = CONVERT(varbinary(512), N'0'),
         @want_username = CONVERT(varbinary(512), N'');
    IF @credential IS NOT NULL
      RAISERROR(N'it has a password, and should have none', 16, 1);
    SET @want_credential = @credential;
    IF EXISTS (SELECT @want_email_address, @want_display_name, @want_replyto_address, @want_description, @want_mailserver_name, @want_port, @want_enable_ssl, @want_timeout, @want_use_default_credentials, @want_username, @want_credential
               EXCEPT
               SELECT @email_address, @display_name, @replyto_address, @description, @mailserver_name, @port, @enable_ssl, @timeout, @use_default_credentials, @username, @credential)
      RAISERROR(N'it is not as it was: check again', 16, 1);
    IF EXISTS (SELECT 1 FROM msdb.dbo.sysmail_profileaccount AS p WITH (UPDLOCK, HOLDLOCK)
                WHERE p.account_id = @id)
      RAISERROR(N'a profile still sends through it: take it out of its profiles first', 16, 1);
    SET @rc = NULL;
    EXEC @rc = msdb.dbo.sysmail_delete_account_sp @account_id = @id;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_delete_account_sp returned %d', 16, 1, @rc);
    IF EXISTS (SELECT 1 FROM msdb.dbo.sysmail_account AS a WHERE a.account_id = @id)
       OR EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.credential_id = @credential)
      RAISERROR(N'the account or its password is still there; rolled back', 16, 1);
    SET @changes = 1;
  END
  COMMIT TRANSACTION;
  IF @changes > 0
  BEGIN
    SET @changed = @changed + 1;
    PRINT @what + N': changed.';
  END
  ELSE
    PRINT @what + N': no change.';
END TRY
BEGIN CATCH
  SET @why = ISNULL(ERROR_MESSAGE(), N'unknown');
  IF XACT_STATE() <> 0
    ROLLBACK TRANSACTION;
  SET @stopped = @stopped + 1;
  SET @stops = @stops + N' [' + @what + N': ' + @why + N']';
  PRINT @what + N': STOPPED, left as found: ' + @why;
END CATCH

SET @piece = SUBSTRING(@stops, 1, 1500);
IF @stopped > 0
  RAISERROR(N'%d changed, %d stopped and left as found: %s', 16, 1, @changed, @stopped, @piece);
ELSE IF @left > 0
  RAISERROR(N'%d changed, none stopped, %d left out: %s', 16, 1, @changed, @left, @piece);
ELSE
  PRINT N'Done: ' + CONVERT(nvarchar(20), @changed) + N' changed, none stopped.';
WHILE DATALENGTH(@stops) > 3000
BEGIN
  SET @stops = SUBSTRING(@stops, 1501, DATALENGTH(@stops));
  SET @piece = SUBSTRING(@stops, 1, 1500);
  RAISERROR(N'(more) %s', 16, 1, @piece);
END
