def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome
assert new File(basedir, 'a/target/relay/outcome.properties').readLines('UTF-8').contains('outcome=error')
assert log =~ /\[ERROR\] a.relay-policy.yaml:1:1 /
assert log.contains('<inherited>false</inherited>')
