def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('unclear: 2 inconclusive; 1 connector tested')
assert log =~ /\[ERROR\] \? EX01\\SQL Relay  2 expectations  inconclusive: greeting: no connection/
