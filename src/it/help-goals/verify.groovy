def log = new File(basedir, 'build.log').getText('UTF-8')

assert ['check', 'doctor', 'explain', 'export', 'help', 'init', 'probe', 'record', 'remediate', 'validate'].every { log.contains("relay:$it") }
assert ['policy', 'connections', 'outputDirectory', 'failOn', 'hosts', 'parallel', 'skip', 'records', 'collector',
  'setting', 'symptom', 'log', 'since', 'probe.connections', 'probe.send', 'probe.messages', 'probe.script'].every {
  log.contains("User property: relay.$it")
}
