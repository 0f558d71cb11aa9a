def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /notes.recorded.EX01.xml is in the way; replaced are only a whole record that relay:record wrote/
assert new File(basedir, 'notes/recorded/EX01.xml').getText('UTF-8') == 'notes of mine\n'
