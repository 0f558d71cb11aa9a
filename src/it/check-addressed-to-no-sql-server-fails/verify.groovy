def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=unclear' in outcome
assert log.contains("[ERROR] ? Bulk") && log.contains("'all' matches no host: no connected host has mailAccounts")
