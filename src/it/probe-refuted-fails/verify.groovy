def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('drift: 1 refuted, 1 proved; 1 connector tested')
assert log =~ /\[ERROR\] ! EX01\\SQL Relay  PipeliningEnabled  wanted true, found EHLO: no PIPELINING  look at PipeliningEnabled/
