def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def remedy = new File(basedir, 'target/relay/remedy/SQL01.sql').getText('US-ASCII')

assert 'outcome=unclear' in outcome
assert remedy.contains('sysmail_update_profileaccount_sp') && !remedy.contains('principalprofile_sp')
assert new File(basedir, 'build.log').getText('UTF-8').contains('this login may not see the names of users')
