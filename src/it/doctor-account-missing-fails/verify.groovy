def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains("failed       credentials  settings.xml has no <server> 'exchange-ro'")
assert log.contains('not reached  name') && log.contains('not reached  rights')
