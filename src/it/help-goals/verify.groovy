def log = new File(basedir, 'build.log').getText('UTF-8')

['check', 'export', 'help', 'validate'].each { assert log.contains("relay:$it") }
['policy', 'connections', 'outputDirectory', 'failOn', 'hosts', 'parallel', 'skip', 'records'].each {
  assert log.contains("User property: relay.$it")
}
