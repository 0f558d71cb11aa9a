def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /1\. the limit of connections from one client address \(fits what was read\)/
assert log =~ /2\. Exchange 2010 holds back its last reply \(fits what was read\)/
assert log.contains('EX10\\Relay: MaxAcknowledgementDelay 00:00:30 on Exchange 2010')
assert new File(basedir, 'target/relay/explain.md').getText('UTF-8').contains('mail.log:3, 5, 7, 13, 16 and 2 more')
