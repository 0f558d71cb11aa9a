def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /\[WARNING\] \? EX01  not read  .*kept is what target.relay.recorded.EX01.xml has/
assert new File(basedir, 'target/relay/recorded/EX01.xml').getText('UTF-8').contains('>100<')
