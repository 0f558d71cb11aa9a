try {
  Connector 'SQL Relay'
  Change 'MaxInboundConnectionPerSource' 'plain' 20 100 ''
  Change 'MaxInboundConnectionPercentagePerSource' 'plain' 2 10 ''
  Change 'TarpitInterval' 'span' '00:00:05' '00:00:00' ''
  Change 'MaxAcknowledgementDelay' 'span' '00:00:30' '00:00:00' ''
  Mend
} catch {
  Stopped $_
}
