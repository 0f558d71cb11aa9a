def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('[ERROR] relay-policy.yaml:5:5  Relay on EX01: rule connection-timeout-above-inactivity: ')
assert log.contains('it breaks 1 rule') && log.contains('docs/rules.md says why')
