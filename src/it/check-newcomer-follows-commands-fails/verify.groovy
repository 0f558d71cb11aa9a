def follow = { text, goal -> // the command that was printed last, as it stands there
  def command = text.readLines().findAll { it ==~ /.*mvn .*:$goal( ".*)?/ }.last().replaceFirst(/.*?(?=mvn )/, '')
  def run = new ProcessBuilder('sh', '-c', command).directory(basedir).redirectErrorStream(true)
  run.environment() << [PATH: System.getProperty('maven.home') + '/bin:' + System.getenv('PATH'), MAVEN_OPTS: "-Dmaven.repo.local=$localRepositoryPath".toString()]
  run.start().inputStream.getText('UTF-8') }
def first = follow(new File(basedir, 'build.log').getText('UTF-8'), 'init')
assert follow(first, 'validate').contains('the policy is valid') && new File(basedir, 'listing').renameTo(new File(basedir, 'recorded'))
def plan = follow(follow(first, 'check'), 'remediate')
assert (1..3).every { follow(plan, 'check').contains('drift: ') }
assert new File(basedir, 'target/relay/remediation/' + new File(basedir, 'target/relay/remediation/latest.txt').text.trim() + '/rollback/EX01.ps1').exists()
