-- Fixes SQL01: 6 to change, 2 by hand.
-- The plan, in this order:
--   1. change mailSettings 'Database Mail'
--        AccountRetryAttempts: 0 -> 1  (relay-policy.yaml:5:5)
--        AccountRetryDelay: 60 -> 120  (relay-policy.yaml:6:5)
--        LoggingLevel: Normal -> Extended  (relay-policy.yaml:7:5)
--        ProhibitedExtensions: dll, exe, js, vbs -> dll, exe, o'x, ps1, vbs  (relay-policy.yaml:8:5)
--   2. change mailSettings 'Database Mail'
--        activation: false -> true  (relay-policy.yaml:11:5)
--        queue: STOPPED -> STARTED  (relay-policy.yaml:10:5)
--   By hand: Database Mail, broker: false -> true  (relay-policy.yaml:12:5): stop SQL Server Agent, then ALTER DATABASE msdb SET ENABLE_BROKER, which waits until nobody else uses msdb
--   By hand: Database Mail, DatabaseMailXPs: false -> true  (relay-policy.yaml:9:5): EXEC sp_configure 'Database Mail XPs', 1 (or 0); RECONFIGURE. It is an advanced option, and RECONFIGURE applies every other pending option too, in no transaction that could be undone. On Amazon RDS it stands in the parameter group
-- Compared: mailSettings with relay-policy.yaml.
-- The answer was read at 2026-11-24T09:55:00Z.
-- What it fixes can be brought back by rollback/SQL01.sql.
-- Keep this folder, and not in target, which mvn clean deletes: no later run writes the same rollback again.
-- Run it on SQL01 with: sqlcmd -S SQL01 -E -b -i SQL01.sql
-- (-b: it ends with 1 if anything stopped), or in Management Studio, or with Invoke-Sqlcmd -AbortOnError.
-- Each resource is changed in a transaction of its own, and only if it still is as it was read; one that is not is left alone, and the others go on.
-- Running it twice changes nothing the second time.
-- Nothing stops: Database Mail keeps settings in memory, so a change may take minutes to act.
-- It calls the procedures of Database Mail only, and never stops the mail queue.
-- For parameters and the queue the login needs to be sysadmin or db_owner of msdb.
-- It leaves Database Mail XPs and Service Broker to a person.
-- Mind: mailSettings 'Database Mail': mail that waits in the queue is sent as soon as it starts
-- The rollback cannot undo: mailSettings 'Database Mail': the queue stays started: no script stops it

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
DECLARE @parameter nvarchar(256), @value nvarchar(256), @meaning varbinary(512);
DECLARE @has varbinary(512), @had varbinary(512), @shall varbinary(512), @meant varbinary(512);
DECLARE @others varbinary(max), @before varbinary(max), @receives bit, @activates bit;

-- mailSettings 'Database Mail'
--   AccountRetryAttempts: A connector that turns connections away for a moment loses mail that a further attempt would deliver.
--   AccountRetryDelay: Too short, and the relay is still busy; too long, and alerts come late.
--   LoggingLevel: At Normal the log lacks mail that was delivered only after a retry, which is how a connector's limits show first.
--   The policy's reason: the log is to hold what was delivered late
--   ProhibitedExtensions: What is not listed goes out.
SET @name = N'Database Mail';
SET @what = N'mailSettings ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
  IF DB_ID(N'rdsadmin') IS NOT NULL
    RAISERROR(N'Amazon RDS does not let anybody change the parameters', 16, 1);
  SELECT @parameter = N'AccountRetryAttempts', @value = N'1',
         @had = CONVERT(varbinary(512), N'0'),
         @shall = CONVERT(varbinary(512), N'1');
  SELECT @has = CONVERT(varbinary(512), ISNULL(c.paramvalue, N'')),
         @meaning = CONVERT(varbinary(512), ISNULL(c.description, N'')),
         @others = CONVERT(varbinary(max), ISNULL((
           SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramname), 2)
                  + N'=' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramvalue), 2), N'')
                  + N'/' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.description), 2), N'')
             FROM msdb.dbo.sysmail_configuration AS o WITH (UPDLOCK, HOLDLOCK)
            WHERE o.paramname <> @parameter
            ORDER BY o.paramname
              FOR XML PATH(N'')), N''))
    FROM msdb.dbo.sysmail_configuration AS c WITH (UPDLOCK, HOLDLOCK)
   WHERE c.paramname = @parameter;
  IF @@ROWCOUNT <> 1
    RAISERROR(N'this server has no parameter AccountRetryAttempts', 16, 1);
  IF @has = @shall
    PRINT N'  AccountRetryAttempts is already so.';
  ELSE IF @has = @had
  BEGIN
    SELECT @before = @others, @meant = @meaning;
    SET @rc = NULL;
    EXEC @rc = msdb.dbo.sysmail_configure_sp @parameter_name = @parameter, @parameter_value = @value;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_configure_sp returned %d', 16, 1, @rc);
    SELECT @has = CONVERT(varbinary(512), ISNULL(c.paramvalue, N'')),
           @meaning = CONVERT(varbinary(512), ISNULL(c.description, N'')),
           @others = CONVERT(varbinary(max), ISNULL((
             SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramname), 2)
                    + N'=' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramvalue), 2), N'')
                    + N'/' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.description), 2), N'')
               FROM msdb.dbo.sysmail_configuration AS o WITH (UPDLOCK, HOLDLOCK)
              WHERE o.paramname <> @parameter
              ORDER BY o.paramname
                FOR XML PATH(N'')), N''))
      FROM msdb.dbo.sysmail_configuration AS c WITH (UPDLOCK, HOLDLOCK)
     WHERE c.paramname = @parameter;
    IF @@ROWCOUNT <> 1 OR @has <> @shall OR @meaning <> @meant OR @others <> @before
      RAISERROR(N'afterwards AccountRetryAttempts or another is not as it should be; rolled back', 16, 1);
    SET @changes = @changes + 1;
  END
  ELSE
    RAISERROR(N'AccountRetryAttempts is neither as it was nor as it is wanted: check again', 16, 1);
  SELECT @parameter = N'AccountRetryDelay', @value = N'120',
         @had = CONVERT(varbinary(512), N'060'),
         @shall = CONVERT(varbinary(512), N'120');
  SELECT @has = CONVERT(varbinary(512), ISNULL(c.paramvalue, N'')),
         @meaning = CONVERT(varbinary(512), ISNULL(c.description, N'')),
         @others = CONVERT(varbinary(max), ISNULL((
           SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramname), 2)
                  + N'=' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramvalue), 2), N'')
                  + N'/' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.description), 2), N'')
             FROM msdb.dbo.sysmail_configuration AS o WITH (UPDLOCK, HOLDLOCK)
            WHERE o.paramname <> @parameter
            ORDER BY o.paramname
              FOR XML PATH(N'')), N''))
    FROM msdb.dbo.sysmail_configuration AS c WITH (UPDLOCK, HOLDLOCK)
   WHERE c.paramname = @parameter;
  IF @@ROWCOUNT <> 1
    RAISERROR(N'this server has no parameter AccountRetryDelay', 16, 1);
  IF @has = @shall
    PRINT N'  AccountRetryDelay is already so.';
  ELSE IF @has = @had
  BEGIN
    SELECT @before = @others, @meant = @meaning;
    SET @rc = NULL;
    EXEC @rc = msdb.dbo.sysmail_configure_sp @parameter_name = @parameter, @parameter_value = @value;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_configure_sp returned %d', 16, 1, @rc);
    SELECT @has = CONVERT(varbinary(512), ISNULL(c.paramvalue, N'')),
           @meaning = CONVERT(varbinary(512), ISNULL(c.description, N'')),
           @others = CONVERT(varbinary(max), ISNULL((
             SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramname), 2)
                    + N'=' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramvalue), 2), N'')
                    + N'/' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.description), 2), N'')
               FROM msdb.dbo.sysmail_configuration AS o WITH (UPDLOCK, HOLDLOCK)
              WHERE o.paramname <> @parameter
              ORDER BY o.paramname
                FOR XML PATH(N'')), N''))
      FROM msdb.dbo.sysmail_configuration AS c WITH (UPDLOCK, HOLDLOCK)
     WHERE c.paramname = @parameter;
    IF @@ROWCOUNT <> 1 OR @has <> @shall OR @meaning <> @meant OR @others <> @before
      RAISERROR(N'afterwards AccountRetryDelay or another is not as it should be; rolled back', 16, 1);
    SET @changes = @changes + 1;
  END
  ELSE
    RAISERROR(N'AccountRetryDelay is neither as it was nor as it is wanted: check again', 16, 1);
  SELECT @parameter = N'LoggingLevel', @value = N'2',
         @had = CONVERT(varbinary(512), N'1'),
         @shall = CONVERT(varbinary(512), N'2');
  SELECT @has = CONVERT(varbinary(512), ISNULL(c.paramvalue, N'')),
         @meaning = CONVERT(varbinary(512), ISNULL(c.description, N'')),
         @others = CONVERT(varbinary(max), ISNULL((
           SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramname), 2)
                  + N'=' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramvalue), 2), N'')
                  + N'/' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.description), 2), N'')
             FROM msdb.dbo.sysmail_configuration AS o WITH (UPDLOCK, HOLDLOCK)
            WHERE o.paramname <> @parameter
            ORDER BY o.paramname
              FOR XML PATH(N'')), N''))
    FROM msdb.dbo.sysmail_configuration AS c WITH (UPDLOCK, HOLDLOCK)
   WHERE c.paramname = @parameter;
  IF @@ROWCOUNT <> 1
    RAISERROR(N'this server has no parameter LoggingLevel', 16, 1);
  IF @has = @shall
    PRINT N'  LoggingLevel is already so.';
  ELSE IF @has = @had
  BEGIN
    SELECT @before = @others, @meant = @meaning;
    SET @rc = NULL;
    EXEC @rc = msdb.dbo.sysmail_configure_sp @parameter_name = @parameter, @parameter_value = @value;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_configure_sp returned %d', 16, 1, @rc);
    SELECT @has = CONVERT(varbinary(512), ISNULL(c.paramvalue, N'')),
           @meaning = CONVERT(varbinary(512), ISNULL(c.description, N'')),
           @others = CONVERT(varbinary(max), ISNULL((
             SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramname), 2)
                    + N'=' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramvalue), 2), N'')
                    + N'/' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.description), 2), N'')
               FROM msdb.dbo.sysmail_configuration AS o WITH (UPDLOCK, HOLDLOCK)
              WHERE o.paramname <> @parameter
              ORDER BY o.paramname
                FOR XML PATH(N'')), N''))
      FROM msdb.dbo.sysmail_configuration AS c WITH (UPDLOCK, HOLDLOCK)
     WHERE c.paramname = @parameter;
    IF @@ROWCOUNT <> 1 OR @has <> @shall OR @meaning <> @meant OR @others <> @before
      RAISERROR(N'afterwards LoggingLevel or another is not as it should be; rolled back', 16, 1);
    SET @changes = @changes + 1;
  END
  ELSE
    RAISERROR(N'LoggingLevel is neither as it was nor as it is wanted: check again', 16, 1);
  SELECT @parameter = N'ProhibitedExtensions', @value = N'dll,exe,o''x,ps1,vbs',
         @had = CONVERT(varbinary(512), N'exe,dll,vbs,js'),
         @shall = CONVERT(varbinary(512), N'dll,exe,o''x,ps1,vbs');
  SELECT @has = CONVERT(varbinary(512), ISNULL(c.paramvalue, N'')),
         @meaning = CONVERT(varbinary(512), ISNULL(c.description, N'')),
         @others = CONVERT(varbinary(max), ISNULL((
           SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramname), 2)
                  + N'=' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramvalue), 2), N'')
                  + N'/' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.description), 2), N'')
             FROM msdb.dbo.sysmail_configuration AS o WITH (UPDLOCK, HOLDLOCK)
            WHERE o.paramname <> @parameter
            ORDER BY o.paramname
              FOR XML PATH(N'')), N''))
    FROM msdb.dbo.sysmail_configuration AS c WITH (UPDLOCK, HOLDLOCK)
   WHERE c.paramname = @parameter;
  IF @@ROWCOUNT <> 1
    RAISERROR(N'this server has no parameter ProhibitedExtensions', 16, 1);
  IF @has = @shall
    PRINT N'  ProhibitedExtensions is already so.';
  ELSE IF @has = @had
  BEGIN
    SELECT @before = @others, @meant = @meaning;
    SET @rc = NULL;
    EXEC @rc = msdb.dbo.sysmail_configure_sp @parameter_name = @parameter, @parameter_value = @value;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_configure_sp returned %d', 16, 1, @rc);
    SELECT @has = CONVERT(varbinary(512), ISNULL(c.paramvalue, N'')),
           @meaning = CONVERT(varbinary(512), ISNULL(c.description, N'')),
           @others = CONVERT(varbinary(max), ISNULL((
             SELECT N' ' + CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramname), 2)
                    + N'=' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.paramvalue), 2), N'')
                    + N'/' + ISNULL(CONVERT(nvarchar(max), CONVERT(varbinary(512), o.description), 2), N'')
               FROM msdb.dbo.sysmail_configuration AS o WITH (UPDLOCK, HOLDLOCK)
              WHERE o.paramname <> @parameter
              ORDER BY o.paramname
                FOR XML PATH(N'')), N''))
      FROM msdb.dbo.sysmail_configuration AS c WITH (UPDLOCK, HOLDLOCK)
     WHERE c.paramname = @parameter;
    IF @@ROWCOUNT <> 1 OR @has <> @shall OR @meaning <> @meant OR @others <> @before
      RAISERROR(N'afterwards ProhibitedExtensions or another is not as it should be; rolled back', 16, 1);
    SET @changes = @changes + 1;
  END
  ELSE
    RAISERROR(N'ProhibitedExtensions is neither as it was nor as it is wanted: check again', 16, 1);
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

-- mailSettings 'Database Mail'
--   activation: A queue that accepts mail and starts nothing keeps it unsent.
--   queue: While it is stopped sp_send_dbmail refuses: that mail is lost, not kept. So no script stops the queue.
SET @name = N'Database Mail';
SET @what = N'mailSettings ' + @name;
BEGIN TRY
  BEGIN TRANSACTION;
  SET @changes = 0;
  SELECT @receives = NULL, @activates = NULL;
  SELECT @receives = q.is_receive_enabled, @activates = q.is_activation_enabled
    FROM msdb.sys.service_queues AS q
   WHERE q.name = N'ExternalMailQueue';
  IF @receives IS NULL
    RAISERROR(N'this login may not see the mail queue; in msdb: GRANT VIEW DEFINITION ON OBJECT::dbo.ExternalMailQueue TO its user', 16, 1);
  IF @receives = 1 AND @activates = 1
    PRINT N'  the mail queue is already started.';
  ELSE
  BEGIN
    SET @rc = NULL;
    EXEC @rc = msdb.dbo.sysmail_start_sp;
    IF @rc IS NULL OR @rc <> 0
      RAISERROR(N'sysmail_start_sp returned %d', 16, 1, @rc);
    SELECT @receives = NULL, @activates = NULL;
    SELECT @receives = q.is_receive_enabled, @activates = q.is_activation_enabled
      FROM msdb.sys.service_queues AS q
     WHERE q.name = N'ExternalMailQueue';
    IF @receives IS NULL
      RAISERROR(N'this login may not see the mail queue; in msdb: GRANT VIEW DEFINITION ON OBJECT::dbo.ExternalMailQueue TO its user', 16, 1);
    IF @receives <> 1 OR @activates <> 1
      RAISERROR(N'afterwards the mail queue is not started; rolled back', 16, 1);
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
