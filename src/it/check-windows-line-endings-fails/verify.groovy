def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=error' in outcome
assert log.contains("relay-policy.yaml:5:21  TarpitInterval: '5 mins' is not a duration")
