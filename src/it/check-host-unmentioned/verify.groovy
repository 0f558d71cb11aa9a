def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome
assert log.contains('[WARNING] the policy says nothing of EX02: state something of it, or take it out of the connections')
