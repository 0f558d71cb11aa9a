def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=unclear' in outcome && 'counts.drifted=1' in outcome && 'hosts.read=1' in outcome
assert log =~ /\[ERROR\] \? EX02  not read  .*EX02.xml.*fix: /
assert log =~ /\[ERROR\] ~ EX01\\Relay  MaxInboundConnectionPerSource  20 /
