def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('ok           contents     receiveConnectors 1')
assert log.contains('1 connection can be used')
