def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /\[ERROR\] relay-policy.yaml:1:1  /
assert log.contains('error: 1 problem in files of ours')
