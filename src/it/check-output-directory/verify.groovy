def log = new File(basedir, 'build.log').getText('UTF-8')

assert new File(basedir, 'reports/mail/outcome.properties').readLines('UTF-8').contains('outcome=clean')
assert log =~ /Reports are in reports.mail/
assert !new File(basedir, 'target').exists()
