def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=drift' in outcome && 'failOn=warning' in outcome
assert log.contains('[WARNING] ~ EX01\\Relay')
assert log.contains('drift: 1 drifted, 1 in sync; 1 of 1 host read')
