def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome
assert 'coverage.declared=2' in outcome && 'coverage.read=2' in outcome
assert log.contains('clean: 2 in sync; 1 of 1 host read, as of 2026-01-02T03:04:05Z')
assert ['report.json', 'report.md', 'report.html', 'TEST-relay.xml'].every { new File(basedir, "target/relay/$it").size() > 0 }
assert !log.contains('[ERROR]') && !log.contains('[WARNING]')
