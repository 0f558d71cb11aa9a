def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains("there is no setting, rule or word of a policy 'TarpitIntervall'; did you mean 'TarpitInterval'?")
assert !new File(basedir, 'target/relay').list()
