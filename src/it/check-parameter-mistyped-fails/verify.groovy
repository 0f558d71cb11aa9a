def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('relay.polcy is no parameter of this plugin and would have no effect; did you mean relay.policy?')
assert !new File(basedir, 'target').exists()
