def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=drift' in outcome && 'counts.drifted=1' in outcome && 'counts.in_sync=2' in outcome
assert log =~ /~ SQLI\\nightly mail  port  465 /
