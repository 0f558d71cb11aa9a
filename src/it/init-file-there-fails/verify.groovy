def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /nothing was written, because this would be replaced: \S*relay-connections.yaml; move it away/
assert new File(basedir, 'relay-connections.yaml').getText('UTF-8').startsWith('hosts:')
assert !new File(basedir, 'relay-policy.yaml').exists() && !new File(basedir, '.relay').exists()
