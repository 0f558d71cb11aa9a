def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def remedy = new File(basedir, 'target/relay/remedy/SQL01.sql').getText('US-ASCII')
def rollback = new File(basedir, 'target/relay/rollback/SQL01.sql').getText('US-ASCII')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=drift' in outcome
assert remedy.contains('sysmail_update_profileaccount_sp @profile_id = @profile, @account_id = @account, ')
assert remedy.contains("'Bulk': not everybody may send with it; needs AllowNarrowing=yes\r\n") && remedy.contains('sysmail_start_sp;\r\n')
assert rollback.contains('-v AllowWidening=no -i rollback/SQL01.sql') && !rollback.contains('EXEC @rc = msdb.dbo.sysmail_st')
assert log.contains("[WARNING] by hand on SQL01: Database Mail, DatabaseMailXPs: EXEC sp_configure") && log.contains('BUILD SUCCESS')
