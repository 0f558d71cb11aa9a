def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')

assert 'outcome=clean' in outcome && 'counts.in_sync=3' in outcome
def record = new File(basedir, 'target/relay/recorded/EX01.xml').getText('UTF-8')
assert record.contains('read="2026-01-02T03:04:05Z"') && record.contains('>00:00:05<')
