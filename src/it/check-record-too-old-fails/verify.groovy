def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=unclear' in outcome && 'hosts.read=0' in outcome && 'counts.drifted=0' in outcome
assert log =~ /\[ERROR\] \? EX01  not read  .*longer ago than maxAge.*fix: record EX01 again/
