def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /\[ERROR\] Against base.relay-policy.yaml this change: fixes 0, newly breaks 1, unchanged 0/
assert new File(basedir, 'target/relay/report.md').getText('UTF-8').contains('### What this change does')
