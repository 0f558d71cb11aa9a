def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('A setting of a receive connector of Exchange')
assert !log.contains('[INFO]')
