def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /\[ERROR\] \? EX02  not read  .*EX02.xml/
assert log.contains('not every host could be read, and the policy says nothing about: EX02')
def policy = new File(basedir, 'target/relay/export/relay-policy.yaml').getText('UTF-8')
assert policy.contains('EX02 is left out') && policy.contains('hosts: EX01')
