def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('nothing was asked; say what to explain, such as')
assert log =~ /mvn .*:explain "-Drelay.log=database-mail.log"/
