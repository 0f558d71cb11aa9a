def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=drift' in outcome && 'counts.drifted=1' in outcome
assert log =~ /\[ERROR\] ~ EX01\\Relay  MaxInboundConnectionPerSource  20 \S+ at least 100 .*relay-policy.yaml:3:24/
assert log.contains('mail-settings) on project check-drift-fails: drift: 1 drifted, 1 in sync; 1 of 1 host read')
assert log.contains('MojoFailureException')
assert log =~ /\[ERROR\]   mvn (.* )?relay:remediate/
