def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('relay.policy names no file, or one of its entries is empty')
