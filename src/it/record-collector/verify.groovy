def scripts = new File(basedir, 'target/relay/collector')

assert new File(scripts, 'collect-receive-connectors.ps1').getText('US-ASCII').contains('[string]$Out')
assert new File(scripts, 'record-database-mail.sql').getText('UTF-8').contains('sysmail_account')
