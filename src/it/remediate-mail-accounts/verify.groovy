def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def run = new File(basedir, 'target/relay/remediation/' + new File(basedir, 'target/relay/remediation/latest.txt').text.trim())
def fix = new File(run, 'SQL01.sql').getText('US-ASCII')
def rollback = new File(run, 'rollback/SQL01.sql').getText('US-ASCII')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=drift' in outcome
assert fix.contains('@port = @to_port, @no_credential_change = 1;\r\n') && rollback.contains("N'25'")
assert log.contains('Wrote SQL01.sql and rollback/SQL01.sql') && log.contains('BUILD SUCCESS')
assert log =~ /h SQL01 +Bulk mailer +timeout .*by hand: it is empty; state the value to write as 'set'/ && new File(run, 'plan.md').text.contains('| ~ change | SQL01 |')
