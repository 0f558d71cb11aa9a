def policy = new File(basedir, 'relay-policy.yaml').getText('UTF-8')
def log = new File(basedir, 'build.log').getText('UTF-8')

assert policy.endsWith('RemoteIPRanges: [10.20.4.32/28, 10.20.7.5]}\n')
assert log.contains("relay-policy.yaml:3:41  '10.20.4.33' overlaps 10.20.4.32/28, which is allowed already")
assert log.contains('Nothing was changed')
