def outcome = new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert 'outcome=drift' in outcome
assert log.findAll(/\[INFO\] --- .*:check /).size() == 2 && log =~ /\[INFO\] clean: /
