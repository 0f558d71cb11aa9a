def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /Against base.relay-policy.yaml this change: fixes 0, newly breaks 0, unchanged 1/
assert 'outcome=drift' in new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
