def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('[ERROR] There is no policy yet: relay-policy.yaml is not there; write a first one: mvn ')
assert log.contains('error: there is no policy yet')
