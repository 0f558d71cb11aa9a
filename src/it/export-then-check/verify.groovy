def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')

assert 'outcome=clean' in outcome && 'counts.in_sync=3' in outcome
def policy = new File(basedir, 'target/relay/export/relay-policy.yaml').getText('UTF-8')
assert policy.contains('MaxInboundConnectionPerSource: 20')
