def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('the policy is valid: 1 resource, 0 baselines, 1 statement for 1 host')
assert log.contains('there is no relay-connections.yaml')
assert !new File(basedir, 'target').exists()
