def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('relay: skipped (relay.skip)')
assert !new File(basedir, 'target').exists()
