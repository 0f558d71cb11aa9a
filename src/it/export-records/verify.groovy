def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome && 'hosts.read=2' in outcome && 'counts.in_sync=6' in outcome
assert log =~ /Check it:\R\[INFO\]   mvn .*:check "-Drelay.connections=\S+relay-connections.yaml" "-Drelay.policy=\S+relay-policy.yaml"/
