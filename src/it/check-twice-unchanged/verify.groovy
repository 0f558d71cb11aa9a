def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome
assert log.findAll(/\[INFO\] clean: /).size() == 2 && !log.contains('to run it once')
