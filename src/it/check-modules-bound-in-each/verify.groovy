def log = new File(basedir, 'build.log').getText('UTF-8')

assert ['a', 'b'].every {
  new File(basedir, "$it/target/relay/outcome.properties").readLines('UTF-8').contains('outcome=clean')
}
assert log.count('1 of 1 host read') == 2 && !log.contains('to run it once')
assert !new File(basedir, 'target/relay').exists()
