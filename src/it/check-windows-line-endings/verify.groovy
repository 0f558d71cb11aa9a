def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')

assert 'outcome=clean' in outcome && 'counts.in_sync=2' in outcome
