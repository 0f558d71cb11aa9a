// the last day of a waiver is never more than a year away, so it is made when it is used
new File(basedir, 'relay-waivers.yaml').setText("""
waivers:
- {kind: receiveConnectors, hosts: EX07, accepted: present,
   reason: is taken down, owner: mail team, until: ${java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30)}}
""", 'UTF-8')
