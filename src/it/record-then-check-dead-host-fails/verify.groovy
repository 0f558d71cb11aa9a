def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')

assert 'outcome=unclear' in outcome && 'counts.in_sync=2' in outcome
def record = new File(basedir, 'target/relay/recorded/EX02.xml').getText('UTF-8')
assert record.contains('<unread kind="receiveConnectors">EX02.xml does not exist; record the host')
