def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')

assert 'outcome=clean' in outcome && 'failOn=warning' in outcome && 'counts.in_sync=3' in outcome
