def senders = new File(basedir, 'senders.csv').readLines('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert senders == ['address,owner,ticket,until,comment', '10.20.4.32/28,floor 2,,,scanners', '# the old server']
assert log.contains("EX01 port 25: answered by 'Relay' now; once the script has run, answered by 'Default Frontend EX01'")
assert log =~ /~ EX01 +Relay +RemoteIPRanges .* needs -AllowNarrowing/ && log.contains('BUILD SUCCESS')
