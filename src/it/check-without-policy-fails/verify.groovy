def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=error' in outcome
assert log =~ /\[ERROR\] There is no policy yet: .*relay-policy.yaml is not there; write a first one: mvn /
assert !log.contains(':1:1')
