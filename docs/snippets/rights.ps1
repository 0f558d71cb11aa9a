Add-RoleGroupMember 'View-Only Organization Management' -Member 'CORP\exchange-reader'   # in the Exchange Management Shell
Invoke-Sqlcmd -ServerInstance SQL01 -InputFile docs/sql-rights.sql                       # on each instance, as sysadmin
