def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('0 known, 0 back, 0 resolved; new or back: EX01\\Relay MaxHopCount')
assert new File(basedir, 'target/relay/report.md').getText('UTF-8').contains('### Since the last run')
assert new File(basedir, 'history').list().length == 2
