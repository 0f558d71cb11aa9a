def log = new File(basedir, 'build.log').getText('UTF-8')
def outcome = new File(basedir, 'target/relay/outcome.properties').getText('UTF-8')

assert log =~ /\? EX01\\Old relay  not known . absent  the shell reports at line 6: Get-ReceiveConnector : /
assert outcome.contains('outcome=unclear')
assert outcome.contains('counts.in_sync=2')
