def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=drift' in outcome && 'counts.broken=1' in outcome
assert log =~ /\[ERROR\] @ EX01.Relay +allowance-ended +RemoteIPRanges 10.20.7.5 \(reporting, until 2020-01-31\): ended \d+ days ago/
