def log = new File(basedir, 'build.log').getText('UTF-8')

assert ['allow', 'check', 'doctor', 'explain', 'export', 'help', 'init', 'probe', 'record', 'remediate', 'revoke', 'validate'].every { log.contains("relay:$it") }
assert ['policy', 'connections', 'outputDirectory', 'failOn', 'hosts', 'parallel', 'skip', 'records', 'collector', 'address', 'connector', 'owner', 'ticket', 'until',
  'setting', 'symptom', 'log', 'since', 'probe.connections', 'probe.send', 'probe.messages', 'probe.script'].every {
  log.contains("User property: relay.$it")
}
