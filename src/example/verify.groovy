def outcome = { new File(basedir, "target/$it/outcome.properties").readLines('UTF-8') }
def log = new File(basedir, 'build.log').getText('UTF-8')
assert ['outcome=drift', 'counts.drifted=7', 'hosts.read=3'].every { it in outcome('relay') }
assert log =~ /~ EX10\\SQL Relay +MaxInboundConnectionPerSource +20 /
assert ['outcome=clean', 'counts.drifted=0', 'hosts.read=3'].every { it in outcome('relay-after') }
