def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome
assert 'coverage.declared=1' in outcome && 'coverage.read=1' in outcome
assert log.contains('clean: 1 in sync; 1 of 1 host read, as of 2026-01-02T03:04:05Z')
['report.json', 'report.md', 'TEST-relay.xml'].each { assert new File(basedir, "target/relay/$it").size() > 0 }
assert !log.contains('[ERROR]') && !log.contains('[WARNING]')
