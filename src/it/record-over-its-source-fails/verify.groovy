def log = new File(basedir, 'build.log').getText('UTF-8')

assert log =~ /relay-connections.yaml is read by this run, which therefore does not replace it/
assert new File(basedir, 'target/relay/recorded/EX01.xml').getText('UTF-8').contains('>100<')
