def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /\[ERROR\] Failed to execute goal .*reports/
assert new File(basedir, 'reports').text == 'a file, not a folder\n'
