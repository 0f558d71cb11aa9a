def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=partial' in outcome && 'hosts.declared=2' in outcome && 'hosts.read=1' in outcome
assert log.contains('1 of 2 hosts read') && log.contains('1 not asked')
assert !log.contains('EX02\\Relay')
