def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=drift' in outcome && 'counts.drifted=2' in outcome && 'counts.unexpected=1' in outcome
assert log =~ /MaxInboundConnectionPerSource  20 .*bulk-relay/
assert log =~ /TarpitInterval +00:00:09 .*common.yaml:4:12/
assert log.contains('* EX01\\Scanner')
