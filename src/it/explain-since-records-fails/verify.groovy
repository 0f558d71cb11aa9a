def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('is a SQL Server that is asked directly, and a record holds no mail log')
