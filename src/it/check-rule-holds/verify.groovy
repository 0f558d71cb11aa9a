def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')

assert 'outcome=clean' in outcome && 'counts.broken=0' in outcome
