def outcome = new File(basedir, 'target/later/outcome.properties').readLines('UTF-8')

assert 'outcome=drift' in new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
assert 'outcome=clean' in outcome && 'counts.waived=1' in outcome
assert !new File(basedir, 'target/relay/waive/stubs.yaml').exists()
