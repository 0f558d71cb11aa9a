def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /\[ERROR\] relay-policy.yaml:3:18  'EX10' is neither a host .*did you mean 'EX01'/
