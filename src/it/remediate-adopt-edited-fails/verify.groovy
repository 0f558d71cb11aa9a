def policy = new File(basedir, 'relay-policy.yaml')
policy.setText(policy.getText('UTF-8').replace('100', '150'), 'UTF-8')
def run = 'target/relay/remediation/' + new File(basedir, 'target/relay/remediation/latest.txt').text.trim()
def git = new ProcessBuilder('git', 'apply', run + '/adopt.patch').directory(basedir).inheritIO()
git.environment().GIT_CEILING_DIRECTORIES = basedir.parent // this folder is no part of a repository

assert git.start().waitFor() != 0
assert policy.getText('UTF-8').contains('150')
assert 'outcome=drift' in new File(basedir, 'target/later/outcome.properties').readLines('UTF-8')
