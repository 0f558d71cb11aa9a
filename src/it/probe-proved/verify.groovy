def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('clean: 2 proved; 1 connector tested')
assert log.contains('[INFO] = EX01\\SQL Relay  PipeliningEnabled  wanted true, found EHLO: PIPELINING')
assert new File(basedir, 'target/relay/probe.json').text.contains('"outcome": "clean"')
