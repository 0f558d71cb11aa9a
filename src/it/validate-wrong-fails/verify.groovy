def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /\[ERROR\] relay-policy.yaml:5:5  .*'TarpitInterval'/
assert log =~ /\[ERROR\] relay-policy.yaml:6:20  MaxHeaderSize: 'big'/
assert log.contains('2 problems in relay-policy.yaml') && log =~ /then:\R\[ERROR\]   mvn .*:validate/
