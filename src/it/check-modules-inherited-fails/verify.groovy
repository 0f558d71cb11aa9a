def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome
assert new File(basedir, 'a/target/relay/outcome.properties').readLines('UTF-8').contains('outcome=error')
assert log =~ /\[ERROR\] There is no policy yet: a.relay-policy.yaml is not there/
assert log.contains('<inherited>false</inherited>')
