def run = new File(basedir, 'target/relay/remediation/' + new File(basedir, 'target/relay/remediation/latest.txt').text.trim())
def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')

assert 'outcome=unclear' in outcome
assert new File(run, 'SQL01.sql').exists() && !new File(run, 'SQL02.sql').exists()
