def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=error' in outcome && 'coverage.read=0' in outcome
assert log.contains("[ERROR] relay-policy.yaml:5:21  TarpitInterval: '5 mins' is not a duration such as 00:00:05 or 5s")
assert log.contains('error: 1 problem in relay-policy.yaml')
