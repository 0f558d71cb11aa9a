def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')

assert 'outcome=unclear' in outcome
assert new File(basedir, 'target/relay/remedy/SQL01.sql').exists()
assert !new File(basedir, 'target/relay/remedy/SQL02.sql').exists()
