def log = new File(basedir, 'build.log').getText('UTF-8')
def errors = log.readLines().findAll { it.startsWith('[ERROR]') }

assert errors[0] == '[ERROR] No host could be read, so no policy was written.'
assert errors[1] =~ /\? EX01  not read  .*'tarpitinterval' is there twice/
assert !new File(basedir, 'target/relay/export/relay-policy.yaml').exists()
