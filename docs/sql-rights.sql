-- What a login needs so that relay-maven-plugin can read Database Mail, and nothing else.
-- Run it as sysadmin, once per instance; it may run again. Where nobody is sysadmin:
--   Amazon RDS for SQL Server gives nobody sysadmin. Run it as the master user, who may give what he
--     has himself; a GRANT that is refused (error 15151 or 4613) leaves what it is for unclear, with
--     its name. The scripts of relay:remediate are run by the master user too; Database Mail's
--     parameters are not changed there by scripts, since RDS does not support that.
--   Azure SQL Managed Instance: the administrator that the instance was made with, or the Microsoft
--     Entra administrator, is its sysadmin. SQL Server Agent there always sends with the profile
--     AzureManagedInstance_dbmail_profile.
-- Before, make the login in your own way:
--   CREATE LOGIN [CORP\relay_reader] FROM WINDOWS;     or a SQL Server login with a password
-- and put its name in the place of relay_reader below.
USE [msdb];

IF USER_ID(N'relay_reader') IS NULL
  CREATE USER [relay_reader] FOR LOGIN [relay_reader];

-- accounts, profiles, settings
GRANT SELECT ON dbo.sysmail_account TO [relay_reader];
GRANT SELECT ON dbo.sysmail_server TO [relay_reader];
GRANT SELECT ON dbo.sysmail_profile TO [relay_reader];
GRANT SELECT ON dbo.sysmail_profileaccount TO [relay_reader];
GRANT SELECT ON dbo.sysmail_principalprofile TO [relay_reader];
GRANT SELECT ON dbo.sysmail_configuration TO [relay_reader];

-- whether the mail queue is started
GRANT VIEW DEFINITION ON OBJECT::dbo.ExternalMailQueue TO [relay_reader];

-- the names of the users that may send with a profile
GRANT VIEW DEFINITION TO [relay_reader];

USE [master];

-- whether an account that logs in with a password still has it; it shows no password
GRANT VIEW ANY DEFINITION TO [relay_reader];

-- which profile SQL Server Agent sends with: only for policies that state it
-- GRANT VIEW SERVER STATE TO [relay_reader];

-- which servers are registered: only on a central management server that connections name as registeredServers
-- USE [msdb];
-- EXEC sp_addrolemember N'ServerGroupReaderRole', N'relay_reader';

-- the mail log, which tells why mail failed, and of whom: only for mvn relay:explain "-Drelay.since=7d"
-- USE [msdb];
-- GRANT SELECT ON dbo.sysmail_log TO [relay_reader];
