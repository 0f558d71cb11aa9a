def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome
assert log.count('1 of 1 host read') == 2 && !log.contains('<inherited>')
