def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def report = new File(basedir, 'target/relay/report.md').getText('UTF-8')

assert 'outcome=clean' in outcome && 'counts.waived=1' in outcome && 'counts.drifted=0' in outcome
assert report.contains('mail team') && report.contains('the old sender')
