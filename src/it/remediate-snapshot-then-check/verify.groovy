def run = new File(basedir, 'target/relay/remediation/' + new File(basedir, 'target/relay/remediation/latest.txt').text.trim())
def undated = { file -> file.getText('UTF-8').replaceAll(/\d{4}-\d\d-\d\d/, 'DATE') }
def outcome = new File(basedir, 'target/later/outcome.properties').readLines('UTF-8')

assert 'outcome=drift' in new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
assert undated(new File(run, 'waive/snapshot.yaml')) == undated(new File(basedir, 'accepted.yaml'))
assert 'outcome=clean' in outcome && 'counts.waived=1' in outcome
assert !new File(run, 'waive/stubs.yaml').exists()
