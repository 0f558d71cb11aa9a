def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def run = new File(basedir, 'target/relay/remediation/' + new File(basedir, 'target/relay/remediation/latest.txt').text.trim())
def fix = new File(run, 'SQL01.sql').getText('US-ASCII')

assert 'outcome=unclear' in outcome
assert fix.contains('sysmail_update_profileaccount_sp') && !fix.contains('principalprofile_sp')
assert new File(basedir, 'build.log').getText('UTF-8').contains('this login may not see the names of users')
