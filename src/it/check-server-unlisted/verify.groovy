def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=clean' in outcome && 'counts.unexpected=1' in outcome
assert log =~ /\[WARNING\] \* EX07 .* EX07 is in the organisation, and not in relay-connections.yaml/
assert new File(basedir, 'target/relay/report.json').text.contains('"host": "EX07"')
