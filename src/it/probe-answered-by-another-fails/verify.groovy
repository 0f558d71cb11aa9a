def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains("this agent (127.0.0.1) is answered by 'Default Frontend EX01'")
assert new File(basedir, 'target/relay/probe.ps1').text.contains("\$try.Title = 'EX01\\SQL Relay'\r\n")
