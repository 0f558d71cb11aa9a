def log = new File(basedir, 'build.log').getText('UTF-8')
def page = new File(basedir, 'target/relay/explain.md').getText('UTF-8')

assert log.contains('A setting of a receive connector of Exchange') && log.contains('A setting of a mail account of SQL Server')
assert page.startsWith('# MaxInboundConnectionPerSource\n') && page.contains('\n# timeout\n')
