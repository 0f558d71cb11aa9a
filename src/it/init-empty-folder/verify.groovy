def log = new File(basedir, 'build.log').getText('UTF-8')
def policy = new File(basedir, 'relay-policy.yaml').readLines('UTF-8')

assert policy[0] == '# yaml-language-server: $schema=.relay/relay-policy.schema.json'
assert new File(basedir, '.relay/relay-policy.schema.json').exists()
assert new File(basedir, '.relay/relay-connections.schema.json').exists()
assert log.contains('the policy is valid: 1 resource')
assert !log.contains('[WARNING]')
