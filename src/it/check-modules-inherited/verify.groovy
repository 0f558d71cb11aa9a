def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome
assert log.findAll(/\[INFO\] clean: /).size() == 3
assert log.count('<inherited>false</inherited>') == 1
assert log.indexOf('<inherited>') > log.indexOf('Building a ') && log.indexOf('<inherited>') < log.indexOf('Building b ')
