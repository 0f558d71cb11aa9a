-- Undoes SQL01.sql on SQL01: 1 to add, 8 to change, 1 to remove.
-- The plan, in this order:
--   1. add mailAccounts 'Old relay'  (relay-policy.yaml:24:3)
--   2. change mailAccounts 'Signed'
--        auth: basic -> windows  (relay-policy.yaml:13:5)
--        username: erp -> empty  (relay-policy.yaml:14:5)
--   3. change mailAccounts 'Open'
--        auth: anonymous -> basic  (relay-policy.yaml:16:24)
--   4. change mailAccounts 'Bulk mailer'
--        display_name: ERP 'prod' $ (x) [U+2019] -> ERP  (relay-policy.yaml:10:5)
--        enable_ssl: true -> false  (relay-policy.yaml:8:5)
--        mailserver_name: relay.example.com -> old.example.com  (relay-policy.yaml:6:5)
--        port: 587 -> 25  (relay-policy.yaml:7:5)
--        timeout: 120 -> empty  (relay-policy.yaml:9:5)
--   5. remove mailAccounts 'New relay'  (relay-policy.yaml:17:3)
-- Compared: mailAccounts with relay-policy.yaml.
-- The answer was read at 2026-11-24T09:55:00Z.
-- It changes only what still is as that script left it.
-- Keep this folder, and not in target, which mvn clean deletes: no later run writes the same rollback again.
-- Run it on SQL01 with: sqlcmd -S SQL01 -E -b -i rollback/SQL01.sql
-- (-b: it ends with 1 if anything stopped), or in Management Studio, or with Invoke-Sqlcmd -AbortOnError.
-- Each resource is changed in a transaction of its own, and only if it still is as it was read; one that is not is left alone, and the others go on.
-- Running it twice changes nothing the second time.
-- Nothing stops: Database Mail keeps settings in memory, so a change may take minutes to act.
-- It calls the procedures of Database Mail only, and never stops the mail queue.
-- For accounts the login needs to be sysadmin, or db_owner of msdb with ALTER ANY CREDENTIAL.
-- It never changes or drops a password unless a line below says so, and removes no account that a profile uses.
-- Mind: mailAccounts 'Old relay': it asks for the password of 'old' in the sqlcmd variable password_hex_Old_relay: 0x and the hexadecimal digits of its UTF-16 text, so that no character of it can end a literal; set it as an environment variable, so that it stands on no command line
-- Mind: mailAccounts 'Old relay': never put the password itself in password_hex_Old_relay: a double quote in it ends the literal before anything can be checked, and what follows is printed by a syntax error, or runs as T-SQL with all rights of whoever runs this script
-- Mind: mailAccounts 'Old relay': this PowerShell asks for that password and sets the variable: $env:password_hex_Old_relay = '0x' + -join ([Text.Encoding]::Unicode.GetBytes((Get-Credential password).GetNetworkCredential().Password) | ForEach-Object { $_.ToString('X2') })
-- Mind: mailAccounts 'Open': it asks for the password of 'left' in the sqlcmd variable password_hex_Open: 0x and the hexadecimal digits of its UTF-16 text, so that no character of it can end a literal; set it as an environment variable, so that it stands on no command line
-- Mind: mailAccounts 'Open': never put the password itself in password_hex_Open: a double quote in it ends the literal before anything can be checked, and what follows is printed by a syntax error, or runs as T-SQL with all rights of whoever runs this script
-- Mind: mailAccounts 'Open': this PowerShell asks for that password and sets the variable: $env:password_hex_Open = '0x' + -join ([Text.Encoding]::Unicode.GetBytes((Get-Credential password).GetNetworkCredential().Password) | ForEach-Object { $_.ToString('X2') })
-- It cannot undo: mailAccounts 'Bulk mailer': timeout was empty, and cannot be made empty again
-- It cannot undo: mailAccounts 'Old relay': it comes back under a new account_id
-- It cannot undo: mailAccounts 'Old relay': its password is dropped; the rollback asks for it again
-- It cannot undo: mailAccounts 'Open': the password from before is not kept; the rollback asks for it again

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

-- mailAccounts 'Old relay'
SET @name = N'Old relay';
SET @what = N'mailAccounts ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
  SELECT @want_email_address = CONVERT(varbinary(512), N'old@example.com'),
         @want_display_name = CONVERT(varbinary(512), N'Old'),
         @want_replyto_address = CONVERT(varbinary(512), N''),
         @want_description = CONVERT(varbinary(512), N''),
         @want_mailserver_name = CONVERT(varbinary(512), N'old.example.com'),
         @want_port = CONVERT(varbinary(512), N'25'),
         @want_enable_ssl = CONVERT(varbinary(512), N'0'),
         @want_timeout = CONVERT(varbinary(512), N'60'),
         @want_use_default_credentials = CONVERT(varbinary(512), N'0'),
         @want_username = CONVERT(varbinary(512), N'old');
  SELECT @found = COUNT(*)
    FROM msdb.dbo.sysmail_account AS a WITH (UPDLOCK, HOLDLOCK)
   WHERE a.name = @name;
  IF @found = 0
  BEGIN
    SET QUOTED_IDENTIFIER OFF;
    SET @digits = "$(password_hex_Old_relay)";
    SET QUOTED_IDENTIFIER ON;
    IF @digits = N'$' + N'(password_hex_Old_relay)'
      RAISERROR(N'the sqlcmd variable password_hex_Old_relay was not given; it holds the password', 16, 1);
    IF DATALENGTH(@digits) = 0 OR @digits = N'0x'
      RAISERROR(N'the sqlcmd variable password_hex_Old_relay is empty; it holds the password', 16, 1);
    IF @digits NOT LIKE N'0x%' COLLATE Latin1_General_BIN2
       OR @digits LIKE N'0x%[^0-9A-Fa-f]%' COLLATE Latin1_General_BIN2
       OR DATALENGTH(@digits) % 8 <> 4
      RAISERROR(N'the sqlcmd variable password_hex_Old_relay holds something else than 0x and four hexadecimal digits for each character of the password: make it as the head of this script says', 16, 1);
    IF DATALENGTH(@digits) > 1028
      RAISERROR(N'the password in password_hex_Old_relay is longer than 128 characters', 16, 1);
    SELECT @secret = CONVERT(nvarchar(max), CONVERT(varbinary(max), @digits, 1)), @digits = NULL;
    IF DATALENGTH(LTRIM(RTRIM(@secret))) <> DATALENGTH(@secret)
      RAISERROR(N'the password in password_hex_Old_relay begins or ends with a space, which is not stored', 16, 1);
    SELECT @to_email_address = CONVERT(nvarchar(256), @want_email_address), @to_display_name = CONVERT(nvarchar(256), @want_display_name), @to_mailserver_name = CONVERT(nvarchar(256), @want_mailserver_name), @to_port = CONVERT(nvarchar(256), @want_port), @to_enable_ssl = CONVERT(nvarchar(256), @want_enable_ssl), @to_timeout = CONVERT(nvarchar(256), @want_timeout), @to_use_default_credentials = CONVERT(nvarchar(256), @want_use_default_credentials), @to_username = CONVERT(nvarchar(256), @want_username);
    SELECT @rc = NULL, @id = NULL;
    EXEC @rc = msdb.dbo.sysmail_add_account_sp @account_name = @name, @email_address = @to_email_address, @display_name = @to_display_name, @mailserver_name = @to_mailserver_name, @port = @to_port, @enable_ssl = @to_enable_ssl, @use_default_credentials = @to_use_default_credentials, @username = @to_username, @password = @secret, @account_id = @id OUTPUT;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_add_account_sp returned %d', 16, 1, @rc);
    SET @rc = NULL;
    EXEC @rc = msdb.dbo.sysmail_update_account_sp @account_id = @id, @timeout = @to_timeout, @no_credential_change = 1;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_update_account_sp returned %d', 16, 1, @rc);
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
  IF @credential IS NULL
     OR NOT EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.credential_id = @credential
         AND c.credential_identity = CONVERT(nvarchar(256), @want_username))
    RAISERROR(N'it has no password for this user name', 16, 1);
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

-- mailAccounts 'Signed'
SET @name = N'Signed';
SET @what = N'mailAccounts ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
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
  SELECT @want_email_address = @email_address, @want_display_name = @display_name, @want_replyto_address = @replyto_address, @want_description = @description, @want_mailserver_name = @mailserver_name, @want_port = @port, @want_enable_ssl = @enable_ssl, @want_timeout = @timeout, @want_use_default_credentials = @use_default_credentials, @want_username = @username, @want_credential = @credential;
  SELECT @login = 0, @secret = NULL;
  IF @username = CONVERT(varbinary(512), N'') AND @use_default_credentials = CONVERT(varbinary(512), N'1') AND @credential IS NULL
    PRINT N'  how it logs in is already so.';
  ELSE IF @username = CONVERT(varbinary(512), N'erp') AND @use_default_credentials = CONVERT(varbinary(512), N'0') AND @credential IS NOT NULL
  BEGIN
    SELECT @login = 1, @changes = @changes + 1,
           @want_username = CONVERT(varbinary(512), N''),
           @want_use_default_credentials = CONVERT(varbinary(512), N'1');
    SELECT @to_username = CONVERT(nvarchar(256), @want_username),
           @to_use_default_credentials = 1;
  END
  ELSE
    RAISERROR(N'how it logs in is neither as it was nor as it is wanted: check again', 16, 1);
  IF @changes > 0
  BEGIN
    SET @rc = NULL;
    IF @login = 1
      EXEC @rc = msdb.dbo.sysmail_update_account_sp @account_id = @id, @use_default_credentials = @to_use_default_credentials;
    ELSE
      EXEC @rc = msdb.dbo.sysmail_update_account_sp @account_id = @id, @no_credential_change = 1;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_update_account_sp returned %d', 16, 1, @rc);
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
     WHERE a.account_id = @id;
    IF @@ROWCOUNT <> 1
      RAISERROR(N'afterwards the account is gone; rolled back', 16, 1);
    IF @login = 1
    BEGIN
      IF @credential IS NOT NULL
        RAISERROR(N'it has a password, and should have none', 16, 1);
      SELECT @want_credential = @credential, @secret = NULL;
    END
    IF EXISTS (SELECT @want_email_address, @want_display_name, @want_replyto_address, @want_description, @want_mailserver_name, @want_port, @want_enable_ssl, @want_timeout, @want_use_default_credentials, @want_username, @want_credential
               EXCEPT
               SELECT @email_address, @display_name, @replyto_address, @description, @mailserver_name, @port, @enable_ssl, @timeout, @use_default_credentials, @username, @credential)
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

-- mailAccounts 'Open'
SET @name = N'Open';
SET @what = N'mailAccounts ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
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
  SELECT @want_email_address = @email_address, @want_display_name = @display_name, @want_replyto_address = @replyto_address, @want_description = @description, @want_mailserver_name = @mailserver_name, @want_port = @port, @want_enable_ssl = @enable_ssl, @want_timeout = @timeout, @want_use_default_credentials = @use_default_credentials, @want_username = @username, @want_credential = @credential;
  SELECT @login = 0, @secret = NULL;
  IF @username = CONVERT(varbinary(512), N'left') AND @use_default_credentials = CONVERT(varbinary(512), N'0') AND @credential IS NOT NULL
    PRINT N'  how it logs in is already so.';
  ELSE IF @username = CONVERT(varbinary(512), N'') AND @use_default_credentials = CONVERT(varbinary(512), N'0') AND @credential IS NULL
  BEGIN
    SET QUOTED_IDENTIFIER OFF;
    SET @digits = "$(password_hex_Open)";
    SET QUOTED_IDENTIFIER ON;
    IF @digits = N'$' + N'(password_hex_Open)'
      RAISERROR(N'the sqlcmd variable password_hex_Open was not given; it holds the password', 16, 1);
    IF DATALENGTH(@digits) = 0 OR @digits = N'0x'
      RAISERROR(N'the sqlcmd variable password_hex_Open is empty; it holds the password', 16, 1);
    IF @digits NOT LIKE N'0x%' COLLATE Latin1_General_BIN2
       OR @digits LIKE N'0x%[^0-9A-Fa-f]%' COLLATE Latin1_General_BIN2
       OR DATALENGTH(@digits) % 8 <> 4
      RAISERROR(N'the sqlcmd variable password_hex_Open holds something else than 0x and four hexadecimal digits for each character of the password: make it as the head of this script says', 16, 1);
    IF DATALENGTH(@digits) > 1028
      RAISERROR(N'the password in password_hex_Open is longer than 128 characters', 16, 1);
    SELECT @secret = CONVERT(nvarchar(max), CONVERT(varbinary(max), @digits, 1)), @digits = NULL;
    IF DATALENGTH(LTRIM(RTRIM(@secret))) <> DATALENGTH(@secret)
      RAISERROR(N'the password in password_hex_Open begins or ends with a space, which is not stored', 16, 1);
    SELECT @login = 1, @changes = @changes + 1,
           @want_username = CONVERT(varbinary(512), N'left'),
           @want_use_default_credentials = CONVERT(varbinary(512), N'0');
    SELECT @to_username = CONVERT(nvarchar(256), @want_username),
           @to_use_default_credentials = 0;
  END
  ELSE
    RAISERROR(N'how it logs in is neither as it was nor as it is wanted: check again', 16, 1);
  IF @changes > 0
  BEGIN
    SET @rc = NULL;
    IF @login = 1
      EXEC @rc = msdb.dbo.sysmail_update_account_sp @account_id = @id, @use_default_credentials = @to_use_default_credentials, @username = @to_username, @password = @secret;
    ELSE
      EXEC @rc = msdb.dbo.sysmail_update_account_sp @account_id = @id, @no_credential_change = 1;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_update_account_sp returned %d', 16, 1, @rc);
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
     WHERE a.account_id = @id;
    IF @@ROWCOUNT <> 1
      RAISERROR(N'afterwards the account is gone; rolled back', 16, 1);
    IF @login = 1
    BEGIN
      IF @credential IS NULL
         OR NOT EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.credential_id = @credential
             AND c.credential_identity = CONVERT(nvarchar(256), @want_username))
        RAISERROR(N'it has no password for this user name', 16, 1);
      SELECT @want_credential = @credential, @secret = NULL;
    END
    IF EXISTS (SELECT @want_email_address, @want_display_name, @want_replyto_address, @want_description, @want_mailserver_name, @want_port, @want_enable_ssl, @want_timeout, @want_use_default_credentials, @want_username, @want_credential
               EXCEPT
               SELECT @email_address, @display_name, @replyto_address, @description, @mailserver_name, @port, @enable_ssl, @timeout, @use_default_credentials, @username, @credential)
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

-- mailAccounts 'Bulk mailer'
SET @name = N'Bulk mailer';
SET @what = N'mailAccounts ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
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
  SELECT @want_email_address = @email_address, @want_display_name = @display_name, @want_replyto_address = @replyto_address, @want_description = @description, @want_mailserver_name = @mailserver_name, @want_port = @port, @want_enable_ssl = @enable_ssl, @want_timeout = @timeout, @want_use_default_credentials = @use_default_credentials, @want_username = @username, @want_credential = @credential;
  SELECT @seen = CONVERT(varbinary(512), N'ERP ''prod'' $' + N'(x) ' + NCHAR(8217)), @want = CONVERT(varbinary(512), N'ERP'),
         @to_display_name = NULL;
  IF @display_name = @want
    PRINT N'  display_name is already so.';
  ELSE IF @display_name = @seen
    SELECT @want_display_name = @want, @changes = @changes + 1,
           @to_display_name = CONVERT(nvarchar(256), @want);
  ELSE
    RAISERROR(N'display_name is neither as it was nor as it is wanted: check again', 16, 1);
  SELECT @seen = CONVERT(varbinary(512), N'1'), @want = CONVERT(varbinary(512), N'0'),
         @to_enable_ssl = NULL;
  IF @enable_ssl = @want
    PRINT N'  enable_ssl is already so.';
  ELSE IF @enable_ssl = @seen
    SELECT @want_enable_ssl = @want, @changes = @changes + 1,
           @to_enable_ssl = CONVERT(nvarchar(256), @want);
  ELSE
    RAISERROR(N'enable_ssl is neither as it was nor as it is wanted: check again', 16, 1);
  SELECT @seen = CONVERT(varbinary(512), N'relay.example.com'), @want = CONVERT(varbinary(512), N'old.example.com'),
         @to_mailserver_name = NULL;
  IF @mailserver_name = @want
    PRINT N'  mailserver_name is already so.';
  ELSE IF @mailserver_name = @seen
    SELECT @want_mailserver_name = @want, @changes = @changes + 1,
           @to_mailserver_name = CONVERT(nvarchar(256), @want);
  ELSE
    RAISERROR(N'mailserver_name is neither as it was nor as it is wanted: check again', 16, 1);
  SELECT @seen = CONVERT(varbinary(512), N'587'), @want = CONVERT(varbinary(512), N'25'),
         @to_port = NULL;
  IF @port = @want
    PRINT N'  port is already so.';
  ELSE IF @port = @seen
    SELECT @want_port = @want, @changes = @changes + 1,
           @to_port = CONVERT(nvarchar(256), @want);
  ELSE
    RAISERROR(N'port is neither as it was nor as it is wanted: check again', 16, 1);
  IF (@want_enable_ssl <> @enable_ssl OR @want_mailserver_name <> @mailserver_name OR @want_port <> @port)
     AND NOT (@username = CONVERT(varbinary(512), N'') AND @use_default_credentials = CONVERT(varbinary(512), N'0') AND @credential IS NULL)
    RAISERROR(N'how it logs in is not as it was, and the change would send its password elsewhere: check again', 16, 1);
  IF @changes > 0
  BEGIN
    SET @rc = NULL;
    EXEC @rc = msdb.dbo.sysmail_update_account_sp @account_id = @id, @display_name = @to_display_name, @enable_ssl = @to_enable_ssl, @mailserver_name = @to_mailserver_name, @port = @to_port, @no_credential_change = 1;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_update_account_sp returned %d', 16, 1, @rc);
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
     WHERE a.account_id = @id;
    IF @@ROWCOUNT <> 1
      RAISERROR(N'afterwards the account is gone; rolled back', 16, 1);
    IF EXISTS (SELECT @want_email_address, @want_display_name, @want_replyto_address, @want_description, @want_mailserver_name, @want_port, @want_enable_ssl, @want_timeout, @want_use_default_credentials, @want_username, @want_credential
               EXCEPT
               SELECT @email_address, @display_name, @replyto_address, @description, @mailserver_name, @port, @enable_ssl, @timeout, @use_default_credentials, @username, @credential)
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

-- mailAccounts 'New relay'
SET @name = N'New relay';
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
    SELECT @want_email_address = CONVERT(varbinary(512), N'noreply@example.com'),
         @want_display_name = CONVERT(varbinary(512), N''),
         @want_replyto_address = CONVERT(varbinary(512), N''),
         @want_description = CONVERT(varbinary(512), N''),
         @want_mailserver_name = CONVERT(varbinary(512), N'relay.example.com'),
         @want_port = CONVERT(varbinary(512), N'25'),
         @want_enable_ssl = CONVERT(varbinary(512), N'0'),
         @want_timeout = CONVERT(varbinary(512), N'90'),
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
