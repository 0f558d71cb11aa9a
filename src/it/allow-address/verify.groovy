def policy = new File(basedir, 'relay-policy.yaml').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert policy[6] == '      - {10.20.4.32/28: {owner: floor 2}} # scanners'
assert policy[8] == '      - {10.20.4.11: {owner: billing, until: 2999-12-31}}'
assert log.contains("EX01 port 25: answered by 'Default Frontend EX01' now; once the script has run, answered by 'Relay'")
assert log =~ /~ EX01 +Relay +RemoteIPRanges .* needs -AllowWidening/ && log.contains('BUILD SUCCESS')
