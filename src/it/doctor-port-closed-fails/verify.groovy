def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('[INFO]   ok           contents     receiveConnectors 1')
assert log =~ /\[ERROR\]   failed       port         localhost:1: no connection/
assert log.contains('not reached  login') && log.contains('1 of 2 connections cannot be used')
