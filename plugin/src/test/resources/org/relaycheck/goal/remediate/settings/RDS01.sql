-- Fixes RDS01: 2 to change, 6 by hand.
-- The plan, in this order:
--   1. change mailSettings 'Database Mail'
--        activation: false -> true  (relay-policy.yaml:11:5)
--        queue: STOPPED -> STARTED  (relay-policy.yaml:10:5)
--   By hand: Database Mail, AccountRetryAttempts: 0 -> at least 1  (relay-policy.yaml:5:5): Amazon RDS does not let anybody change the parameters
--   By hand: Database Mail, AccountRetryDelay: 60 -> at least 120  (relay-policy.yaml:6:5): Amazon RDS does not let anybody change the parameters
--   By hand: Database Mail, broker: false -> true  (relay-policy.yaml:12:5): stop SQL Server Agent, then ALTER DATABASE msdb SET ENABLE_BROKER, which waits until nobody else uses msdb
--   By hand: Database Mail, DatabaseMailXPs: false -> true  (relay-policy.yaml:9:5): EXEC sp_configure 'Database Mail XPs', 1 (or 0); RECONFIGURE. It is an advanced option, and RECONFIGURE applies every other pending option too, in no transaction that could be undone. On Amazon RDS it stands in the parameter group
--   By hand: Database Mail, LoggingLevel: Normal -> not Normal  (relay-policy.yaml:7:5): Amazon RDS does not let anybody change the parameters
--   By hand: Database Mail, ProhibitedExtensions: dll, exe, js, vbs -> containing o'x, ps1 and without js  (relay-policy.yaml:8:5): Amazon RDS does not let anybody change the parameters
-- Compared: mailSettings with relay-policy.yaml.
-- The answer was read at 2026-11-24T09:55:00Z.
-- What it fixes can be brought back by rollback/RDS01.sql.
-- Keep this folder, and not in target, which mvn clean deletes: no later run writes the same rollback again.
-- Run it on RDS01 with: sqlcmd -S RDS01 -E -b -i RDS01.sql
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
SET @for = N'RDS01';
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
