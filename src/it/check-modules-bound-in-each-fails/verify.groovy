def log = new File(basedir, 'build.log').getText('UTF-8')

assert new File(basedir, 'a/target/relay/outcome.properties').readLines('UTF-8').contains('outcome=clean')
assert new File(basedir, 'b/target/relay/outcome.properties').readLines('UTF-8').contains('outcome=drift')
assert log =~ /at least 40 .*b.ours.yaml:3:24/
