def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')

assert 'outcome=clean' in outcome && 'counts.in_sync=4' in outcome
assert 'policies=hubs.yaml,unlisted.yaml' in outcome
