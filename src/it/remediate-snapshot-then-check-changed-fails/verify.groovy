def outcome = new File(basedir, 'target/later/outcome.properties').readLines('UTF-8')

assert 'outcome=drift' in outcome && 'counts.waived=0' in outcome && 'counts.drifted=1' in outcome
