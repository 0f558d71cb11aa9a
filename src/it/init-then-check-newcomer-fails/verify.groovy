def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /\[ERROR\] There is no policy yet: relay-policy.yaml is not there; write a first one: mvn .*org.relaycheck:relay-maven-plugin:\S+:init\R/
assert log.contains('the policy is valid: 1 resource')
assert 'outcome=unclear' in outcome
assert log.contains("[ERROR] ? EX01  not read  recorded/EX01.txt does not exist")
