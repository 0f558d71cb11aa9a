def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=error' in outcome
assert log =~ /\[ERROR\] relay-connections.yaml:2:10  .*'recorded'/
assert log =~ /\[ERROR\] relay-policy.yaml:2:1  .*'receiveConnectors'/
