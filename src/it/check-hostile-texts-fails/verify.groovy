def log = new File(basedir, 'build.log').getText('UTF-8')
def page = new File(basedir, 'target/relay/report.md').getText('UTF-8')

assert log.contains('#[U+0023]vso[task.complete result=Succeeded;]') && page.contains('#[U+0023]vso[task')
assert ![log, page].any { it =~ /##\w*\[|(?m)^\s*::\w/ }
