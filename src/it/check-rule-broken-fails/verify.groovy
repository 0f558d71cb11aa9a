def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=drift' in outcome && 'counts.broken=1' in outcome
assert log.contains('Set what each line marked ! asks for')
assert log.contains('[ERROR] ! EX01\\Relay  per-source-limit  with MaxInboundConnection 5000')
