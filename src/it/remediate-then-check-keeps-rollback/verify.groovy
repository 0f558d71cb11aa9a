def runs = new File(basedir, 'target/relay/remediation')
def run = new File(runs, 'latest.txt').text.trim()

assert new File(runs, run + '/EX01.ps1').exists() && new File(runs, run + '/rollback/EX01.ps1').exists()
assert new File(runs, 'rollbacks.txt').text == "EX01.ps1  ${run}/rollback/EX01.ps1\n"
assert 'outcome=drift' in new File(basedir, 'target/relay/outcome.properties').readLines('UTF-8')
