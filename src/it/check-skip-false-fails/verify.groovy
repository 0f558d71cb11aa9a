def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')

assert 'outcome=error' in outcome
