def log = new File(basedir, 'build.log').getText('UTF-8')

assert ['a', 'b', 'c'].every {
  new File(basedir, "$it/target/relay/outcome.properties").readLines('UTF-8').contains('outcome=clean')
}
assert log.contains('thread count of 2') && !log.contains('not marked as')
