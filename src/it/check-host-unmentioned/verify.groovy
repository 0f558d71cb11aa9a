def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome
assert log.contains('[WARNING] the policy says nothing about EX02: add something about it, or remove it from the connections')
