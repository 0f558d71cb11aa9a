def out = new File(basedir, 'out')
assert new File(out, 'outcome.properties').readLines('UTF-8').contains('outcome=clean')
assert !new File(out, 'report.json').text.contains('drift"')
assert new File(out, 'notes.txt').text == 'of somebody else\n'
