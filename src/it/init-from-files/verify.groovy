def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome && 'hosts.read=2' in outcome
assert log =~ /\[INFO\]   mvn .*org.relaycheck:relay-maven-plugin:\S+:validate\R\[INFO\]   mvn .*org.relaycheck:relay-maven-plugin:\S+:check/
assert new File(basedir, 'relay-policy.yaml').getText('UTF-8').contains('hosts: exchange')
assert new File(basedir, '.gitignore').text == 'target/\n'
