def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('[INFO] 1. a component of the server is not active (possible)')
assert !log.contains('MaxInboundConnection')
