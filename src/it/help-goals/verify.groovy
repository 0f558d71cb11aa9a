def log = new File(basedir, 'build.log').getText('UTF-8')

assert ['check', 'export', 'help', 'remediate', 'validate'].every { log.contains("relay:$it") }
assert ['policy', 'connections', 'outputDirectory', 'failOn', 'hosts', 'parallel', 'skip', 'records'].every {
  log.contains("User property: relay.$it")
}
