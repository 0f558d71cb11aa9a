def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('clean, 1 known: 1 drifted')
assert log.contains('Since the run of 2026-11-23T06:00:00Z: 0 new, 1 known, 0 back, 0 resolved')
assert new File(basedir, 'target/relay/report.json').getText('UTF-8').contains('"since": "2026-11-22T06:00:00Z"')
assert new File(basedir, 'history').list().length == 2
