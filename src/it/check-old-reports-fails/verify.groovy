def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains("relay.failOn is 'never'; it must be error, warning")
assert new File(basedir, 'out').list() as Set == ['notes.txt'] as Set
