  Start-RelayConnector 'SQL Relay'
  Add-RelayChange 'MaxInboundConnectionPerSource' 'plain' 20 100 ''
  Add-RelayChange 'MaxInboundConnectionPercentagePerSource' 'plain' 2 10 ''
  Add-RelayChange 'TarpitInterval' 'span' '00:00:05' '00:00:00' ''
  Add-RelayChange 'MaxAcknowledgementDelay' 'span' '00:00:30' '00:00:00' ''
  Update-RelayConnector
