def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=error' in outcome
assert log.contains("[ERROR] relay-policy.yaml:5:23  group 'edges' lists no host; add one, or add 'optional: true' beside 'hosts'")
