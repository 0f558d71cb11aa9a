def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('relay.log: mail.log: there is no such file; name the log that you saved')
