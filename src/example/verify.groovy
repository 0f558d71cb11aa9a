def outcome = { new File(project, "target/$it/outcome.properties").readLines('UTF-8') }
def log = new File(project, 'build.log').getText('UTF-8')
assert outcome('relay').containsAll(['outcome=drift', 'counts.drifted=7', 'hosts.read=3'])
assert log =~ /~ EX10\\SQL Relay +MaxInboundConnectionPerSource +20 /
assert outcome('relay-after').containsAll(['outcome=clean', 'counts.drifted=0', 'hosts.read=3'])
def page = new File(project, 'target/relay/explain.md').getText('UTF-8')
assert page =~ /1\\. the limit of connections from one client address \\\(fits what was read/
assert page =~ /2\\. Exchange 2010 holds back its last reply \\\(fits what was read/
assert page.contains('EX10\\\\SQL Relay: MaxInboundConnectionPerSource 20 is the limit for one client')
