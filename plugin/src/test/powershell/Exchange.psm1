# A stand-in for the cmdlets of Exchange that the plugin's scripts call: connectors and their access
# lists in memory, with the habits of the real ones. An identity that is not known brings everything;
# lists come back in another order; a change of the groups changes the access list.

Set-StrictMode -Version 2.0

$script:connectors = New-Object Collections.ArrayList
$script:writes = New-Object Collections.ArrayList
$script:controller = 'dc1.corp.example'
$script:edge = $false

$script:anonymous = @('ms-Exch-SMTP-Submit', 'ms-Exch-SMTP-Accept-Any-Sender', 'ms-Exch-SMTP-Accept-Authoritative-Domain-Sender', 'ms-Exch-Accept-Headers-Routing')
$script:users = @('ms-Exch-SMTP-Submit', 'ms-Exch-SMTP-Accept-Any-Recipient', 'ms-Exch-Bypass-Anti-Spam', 'ms-Exch-Accept-Headers-Routing')
$script:servers = @('ms-Exch-SMTP-Submit', 'ms-Exch-SMTP-Accept-Any-Recipient')
$script:groups = @{
  AnonymousUsers = @{ Sid = 'S-1-5-7'; Rights = $script:anonymous }
  ExchangeUsers = @{ Sid = 'S-1-5-11'; Rights = $script:users }
  ExchangeServers = @{ Sid = 'S-1-5-21-1-2-3-1110'; Rights = $script:servers }
  ExchangeLegacyServers = @{ Sid = 'S-1-5-21-1-2-3-1111'; Rights = @('ms-Exch-SMTP-Submit') }
  Partners = @{ Sid = 'S-1-5-21-1-2-3-1112'; Rights = @('ms-Exch-SMTP-Submit') }
}

function New-Settings {
  $settings = @{}
  foreach ($name in @('Banner', 'Comment', 'DefaultDomain', 'Fqdn', 'ServiceDiscoveryFqdn', 'TlsCertificateName')) {
    $settings[$name] = ''
  }
  foreach ($name in @('Bindings', 'RemoteIPRanges', 'TlsDomainCapabilities')) {
    $settings[$name] = @()
  }
  foreach ($name in @('AdvertiseClientSettings', 'BareLinefeedRejectionEnabled', 'DomainSecureEnabled', 'EnableAuthGSSAPI', 'LongAddressesEnabled', 'OrarEnabled', 'RequireEHLODomain', 'RequireTLS', 'SuppressXAnonymousTls')) {
    $settings[$name] = $false
  }
  foreach ($name in @('RejectReservedSecondLevelRecipientDomains', 'RejectReservedTopLevelRecipientDomains', 'RejectSingleLabelRecipientDomains')) {
    $settings[$name] = $false
  }
  foreach ($name in @('BinaryMimeEnabled', 'ChunkingEnabled', 'DeliveryStatusNotificationEnabled', 'EightBitMimeEnabled', 'Enabled', 'EnhancedStatusCodesEnabled', 'PipeliningEnabled', 'SmtpUtf8Enabled')) {
    $settings[$name] = $true
  }
  $settings['AuthMechanism'] = 'Tls'
  $settings['AuthTarpitInterval'] = '00:00:05'
  $settings['ConnectionInactivityTimeout'] = '00:05:00'
  $settings['ConnectionTimeout'] = '00:10:00'
  $settings['ExtendedProtectionPolicy'] = 'None'
  $settings['MaxAcknowledgementDelay'] = '00:00:30'
  $settings['MaxHeaderSize'] = '256 KB (262,144 bytes)'
  $settings['MaxHopCount'] = '60'
  $settings['MaxInboundConnection'] = '5000'
  $settings['MaxInboundConnectionPerSource'] = '20'
  $settings['MaxInboundConnectionPercentagePerSource'] = '2'
  $settings['MaxLocalHopCount'] = '12'
  $settings['MaxLogonFailures'] = '3'
  $settings['MaxMessageSize'] = '36 MB (37,748,736 bytes)'
  $settings['MaxProtocolErrors'] = '5'
  $settings['MaxRecipientsPerMessage'] = '200'
  $settings['MessageRateLimit'] = 'Unlimited'
  $settings['MessageRateSource'] = 'IPAddress'
  $settings['PermissionGroups'] = 'None'
  $settings['ProtocolLoggingLevel'] = 'None'
  $settings['SizeEnabled'] = 'Enabled'
  $settings['TarpitInterval'] = '00:00:05'
  $settings['TransportRole'] = 'HubTransport'
  return $settings
}

function Get-EntryKey($entry) {
  return ([string]$entry['Deny'] + ' ' + $entry['Sid'] + ' ' + $entry['Right'].ToUpperInvariant())
}

function Get-GroupEntries([string]$groups) {
  foreach ($group in $groups.Split(',')) {
    $name = $group.Trim()
    if ($script:groups.ContainsKey($name)) {
      foreach ($right in $script:groups[$name]['Rights']) {
        @{ Sid = $script:groups[$name]['Sid']; Right = $right; Deny = $false }
      }
    }
  }
}

function Test-Entry($connector, $entry) {
  $key = Get-EntryKey $entry
  foreach ($one in $connector['Entries']) {
    if ((Get-EntryKey $one) -eq $key) {
      return $true
    }
  }
  return $false
}

function Remove-Entry($connector, $entry) {
  $key = Get-EntryKey $entry
  foreach ($one in @($connector['Entries'])) {
    if ((Get-EntryKey $one) -eq $key) {
      $connector['Entries'].Remove($one)
    }
  }
}

# Entries that came with a group go with it, and nothing else does.
function Update-Entries($connector, [string]$before) {
  foreach ($entry in @(Get-GroupEntries $before)) {
    Remove-Entry $connector $entry
  }
  foreach ($entry in @(Get-GroupEntries $connector['Settings']['PermissionGroups'])) {
    if (-not (Test-Entry $connector $entry)) {
      [void]$connector['Entries'].Add($entry)
    }
  }
}

function Get-Dn($connector) {
  $name = [regex]::Replace($connector['Name'], '([,+"\\<>;=])', '\$1')
  return ('CN=' + $name + ',CN=SMTP Receive Connectors,CN=Protocols,CN=' + $connector['Server'] + ',CN=Servers,DC=corp,DC=example')
}

function Get-Shown($connector) {
  $object = New-Object PSObject
  foreach ($name in $connector['Settings'].Keys) {
    $value = $connector['Settings'][$name]
    if ($name -eq 'PermissionGroups') {
      $grouped = @(Get-GroupEntries $value)
      if ($connector['Entries'].Count -gt $grouped.Count) {
        $value = (($value + ', Custom') -replace '^None, ', '')
      }
    }
    if ($value -is [array]) {
      $list = New-Object Collections.ArrayList
      foreach ($one in $value) {
        $list.Insert(0, [string]$one)
      }
      $value = $list
    }
    Add-Member -InputObject $object -MemberType NoteProperty -Name $name -Value $value
  }
  $identity = $connector['Server'] + '\' + $connector['Name']
  Add-Member -InputObject $object -MemberType NoteProperty -Name 'Identity' -Value $identity
  Add-Member -InputObject $object -MemberType NoteProperty -Name 'Name' -Value $connector['Name']
  Add-Member -InputObject $object -MemberType NoteProperty -Name 'DistinguishedName' -Value (Get-Dn $connector)
  Add-Member -InputObject $object -MemberType NoteProperty -Name 'OriginatingServer' -Value $script:controller
  return $object
}

function Assert-Controller([string]$controller) {
  if ($script:edge -and $controller) {
    throw 'an Edge server has no domain controller'
  }
  if (-not $script:edge -and $controller -ne $script:controller) {
    throw ('another domain controller was asked: ' + $controller)
  }
}

function Find-Connector([string]$identity) {
  $found = @($script:connectors | Where-Object { (Get-Dn $_) -eq $identity })
  if ($found.Count -ne 1) {
    throw ('written by an identity of ' + $found.Count + ': ' + $identity)
  }
  return $found[0]
}

function Get-Size([long]$bytes) {
  $grouped = $bytes.ToString('#,##0', [Globalization.CultureInfo]::InvariantCulture)
  $rounded = [Math]::Round($bytes / 1048576, 3)
  return ([string]$rounded + ' MB (' + $grouped + ' bytes)')
}

# What Get- shows of a value that was given.
function Convert-Value([string]$name, $value) {
  $fresh = New-Settings
  if (-not $fresh.ContainsKey($name)) {
    throw ("A parameter cannot be found that matches parameter name '" + $name + "'.")
  }
  if ($fresh[$name] -is [bool]) {
    return [bool]$value
  }
  if ($fresh[$name] -is [array]) {
    return ,@($value | Where-Object { $null -ne $_ } | ForEach-Object { [string]$_ })
  }
  if ($name -like 'Max*Size') {
    return Get-Size ([long]$value)
  }
  if ([string]$value -eq 'unlimited') {
    return 'Unlimited'
  }
  return [string]$value
}

function Set-Values($settings, $given) {
  foreach ($name in @($given.Keys)) {
    $settings[$name] = Convert-Value $name $given[$name]
  }
  if ([TimeSpan]::Parse($settings['ConnectionTimeout']) -le [TimeSpan]::Parse($settings['ConnectionInactivityTimeout'])) {
    throw 'ConnectionTimeout must be greater than ConnectionInactivityTimeout.'
  }
  if ($settings['Banner'] -and -not $settings['Banner'].StartsWith('220')) {
    throw 'The banner must start with 220.'
  }
  if ($settings['AuthMechanism'] -match 'ExternalAuthoritative' -and $settings['PermissionGroups'] -notmatch 'ExchangeServers') {
    throw 'ExternalAuthoritative requires ExchangeServers.'
  }
  if ($settings['RequireTLS'] -and $settings['AuthMechanism'] -notmatch '\bTls\b') {
    throw 'RequireTLS requires Tls.'
  }
}

# The parameters that are settings: what was bound, without what every cmdlet takes.
function Get-Given($bound) {
  $given = @{}
  foreach ($name in $bound.Keys) {
    if (@('Identity', 'Server', 'Name', 'Usage', 'DomainController', 'ErrorAction', 'Confirm', 'WhatIf', 'Verbose') -notcontains $name) {
      $given[$name] = $bound[$name]
    }
  }
  return $given
}

function Get-ReceiveConnector {
  [CmdletBinding()]
  param($Identity, $Server, $DomainController)
  if ($DomainController) {
    Assert-Controller $DomainController
  }
  $found = @($script:connectors | Where-Object { -not $Server -or $_['Server'] -eq $Server })
  if ($Identity) {
    $named = @($found | Where-Object { (Get-Dn $_) -eq $Identity })
    if ($named.Count -gt 0) {
      $found = $named
    }
  }
  foreach ($connector in $found) {
    Get-Shown $connector
  }
}

function Set-ReceiveConnector {
  [CmdletBinding(SupportsShouldProcess = $true)]
  param(
    $Identity, $DomainController, $AdvertiseClientSettings, $AuthMechanism, $AuthTarpitInterval, $Banner,
    $BareLinefeedRejectionEnabled, $BinaryMimeEnabled, $Bindings, $ChunkingEnabled, $Comment,
    $ConnectionInactivityTimeout, $ConnectionTimeout, $DefaultDomain, $DeliveryStatusNotificationEnabled,
    $DomainSecureEnabled, $EightBitMimeEnabled, $EnableAuthGSSAPI, $Enabled, $EnhancedStatusCodesEnabled,
    $ExtendedProtectionPolicy, $Fqdn, $LongAddressesEnabled, $MaxAcknowledgementDelay, $MaxHeaderSize,
    $MaxHopCount, $MaxInboundConnection, $MaxInboundConnectionPerSource,
    $MaxInboundConnectionPercentagePerSource, $MaxLocalHopCount, $MaxLogonFailures, $MaxMessageSize,
    $MaxProtocolErrors, $MaxRecipientsPerMessage, $MessageRateLimit, $MessageRateSource, $OrarEnabled,
    $PermissionGroups, $PipeliningEnabled, $ProtocolLoggingLevel,
    $RejectReservedSecondLevelRecipientDomains, $RejectReservedTopLevelRecipientDomains,
    $RejectSingleLabelRecipientDomains, $RemoteIPRanges, $RequireEHLODomain, $RequireTLS,
    $ServiceDiscoveryFqdn, $SizeEnabled, $SmtpUtf8Enabled, $SuppressXAnonymousTls, $TarpitInterval,
    $TlsCertificateName, $TlsDomainCapabilities, $TransportRole
  )
  Assert-Controller $DomainController
  $connector = Find-Connector $Identity
  $after = $connector['Settings'].Clone()
  Set-Values $after (Get-Given $PSBoundParameters)
  $before = $connector['Settings']['PermissionGroups']
  $connector['Settings'] = $after
  if ($PSBoundParameters.ContainsKey('PermissionGroups')) {
    Update-Entries $connector $before
  }
  [void]$script:writes.Add('Set-ReceiveConnector ' + $connector['Name'])
}

function New-ReceiveConnector {
  [CmdletBinding(SupportsShouldProcess = $true)]
  param(
    $Name, $Server, $Usage, $DomainController, $AdvertiseClientSettings, $AuthMechanism,
    $AuthTarpitInterval, $Banner, $BinaryMimeEnabled, $Bindings, $ChunkingEnabled, $Comment,
    $ConnectionInactivityTimeout, $ConnectionTimeout, $DefaultDomain, $DeliveryStatusNotificationEnabled,
    $DomainSecureEnabled, $EightBitMimeEnabled, $EnableAuthGSSAPI, $Enabled, $EnhancedStatusCodesEnabled,
    $ExtendedProtectionPolicy, $Fqdn, $LongAddressesEnabled, $MaxAcknowledgementDelay, $MaxHeaderSize,
    $MaxHopCount, $MaxInboundConnection, $MaxInboundConnectionPerSource,
    $MaxInboundConnectionPercentagePerSource, $MaxLocalHopCount, $MaxLogonFailures, $MaxMessageSize,
    $MaxProtocolErrors, $MaxRecipientsPerMessage, $MessageRateLimit, $MessageRateSource, $OrarEnabled,
    $PermissionGroups, $PipeliningEnabled, $ProtocolLoggingLevel,
    $RejectReservedSecondLevelRecipientDomains, $RejectReservedTopLevelRecipientDomains,
    $RejectSingleLabelRecipientDomains, $RemoteIPRanges, $RequireEHLODomain, $RequireTLS,
    $ServiceDiscoveryFqdn, $SizeEnabled, $SuppressXAnonymousTls, $TarpitInterval, $TlsCertificateName,
    $TlsDomainCapabilities, $TransportRole
  )
  Assert-Controller $DomainController
  if (@($script:connectors | Where-Object { $_['Server'] -eq $Server -and $_['Name'] -eq $Name }).Count -gt 0) {
    throw 'A connector of this name is there.'
  }
  if ($Usage -eq 'Custom' -and (-not $Bindings -or -not $RemoteIPRanges)) {
    throw 'The usage Custom needs Bindings and RemoteIPRanges.'
  }
  $connector = @{ Server = $Server; Name = $Name; Settings = (New-Settings); Entries = (New-Object Collections.ArrayList) }
  Set-Values $connector['Settings'] (Get-Given $PSBoundParameters)
  Update-Entries $connector 'None'
  [void]$script:connectors.Add($connector)
  [void]$script:writes.Add('New-ReceiveConnector ' + $Name)
  Get-Shown $connector
}

function Remove-ReceiveConnector {
  [CmdletBinding(SupportsShouldProcess = $true)]
  param($Identity, $DomainController)
  Assert-Controller $DomainController
  $script:connectors.Remove((Find-Connector $Identity))
  [void]$script:writes.Add('Remove-ReceiveConnector')
}

function Get-ADPermission {
  [CmdletBinding()]
  param($Identity, $DomainController)
  Assert-Controller $DomainController
  $found = @($script:connectors | Where-Object { (Get-Dn $_) -eq $Identity -or $_['Name'] -eq $Identity })
  if ($found.Count -eq 0) {
    $found = @($script:connectors)
  }
  foreach ($connector in $found) {
    $all = @($connector['Entries']) + @(@{ Sid = 'S-1-5-11'; Right = 'ms-Exch-Store-Read'; Deny = $false; Inherited = $true })
    foreach ($entry in $all) {
      $object = New-Object PSObject
      Add-Member -InputObject $object -MemberType NoteProperty -Name 'User' -Value $entry['Sid']
      Add-Member -InputObject $object -MemberType NoteProperty -Name 'Deny' -Value $entry['Deny']
      Add-Member -InputObject $object -MemberType NoteProperty -Name 'IsInherited' -Value ([bool]$entry['Inherited'])
      Add-Member -InputObject $object -MemberType NoteProperty -Name 'ExtendedRights' -Value @($entry['Right'])
      $object
    }
  }
}

function Get-Sid([string]$user) {
  if ($user.StartsWith('S-1-')) {
    return $user
  }
  $account = New-Object Security.Principal.NTAccount($user)
  return [string]$account.Translate([Security.Principal.SecurityIdentifier])
}

function Add-ADPermission {
  [CmdletBinding(SupportsShouldProcess = $true)]
  param($Identity, $User, $ExtendedRights, [switch]$Deny, $DomainController)
  Assert-Controller $DomainController
  $connector = Find-Connector $Identity
  $entry = @{ Sid = (Get-Sid $User); Right = [string]$ExtendedRights; Deny = [bool]$Deny }
  if (Test-Entry $connector $entry) {
    throw 'The entry is there already.'
  }
  [void]$connector['Entries'].Add($entry)
  [void]$script:writes.Add('Add-ADPermission ' + $ExtendedRights)
}

function Remove-ADPermission {
  [CmdletBinding(SupportsShouldProcess = $true)]
  param($Identity, $User, $ExtendedRights, [switch]$Deny, $DomainController)
  Assert-Controller $DomainController
  $connector = Find-Connector $Identity
  $entry = @{ Sid = (Get-Sid $User); Right = [string]$ExtendedRights; Deny = [bool]$Deny }
  if (-not (Test-Entry $connector $entry)) {
    throw 'The entry is not there.'
  }
  Remove-Entry $connector $entry
  [void]$script:writes.Add('Remove-ADPermission ' + $ExtendedRights)
}

function ConvertFrom-RecordText($node) {
  $text = $node.InnerText
  if ($node.GetAttribute('encoding') -eq 'base64') {
    return [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($text))
  }
  return $text
}

# Begins anew with what a record of the plugin holds.
function Import-Record([string]$path) {
  $record = New-Object Xml.XmlDocument
  $record.Load($path)
  $script:connectors.Clear()
  $script:writes.Clear()
  $script:edge = $null -ne $record.SelectSingleNode("/record/fact[@name='ServerRole'][.='Edge']")
  $server = $record.DocumentElement.GetAttribute('host')
  foreach ($resource in $record.SelectNodes("/record/resource[@kind='receiveConnectors']")) {
    $connector = @{ Server = $server; Name = $resource.GetAttribute('name'); Settings = (New-Settings); Entries = (New-Object Collections.ArrayList) }
    foreach ($node in $resource.SelectNodes('*')) {
      $name = $node.GetAttribute('name')
      if ($name -eq 'ExtendedRights') {
        foreach ($item in $node.SelectNodes('item')) {
          $effect, $sid, $right = (ConvertFrom-RecordText $item).Split(' ')
          [void]$connector['Entries'].Add(@{ Sid = $sid; Right = $right; Deny = ($effect -eq 'deny') })
        }
      } elseif ($node.LocalName -eq 'list') {
        $connector['Settings'][$name] = @($node.SelectNodes('item') | ForEach-Object { ConvertFrom-RecordText $_ })
      } elseif ($node.LocalName -eq 'value') {
        $text = ConvertFrom-RecordText $node
        if ($text -eq 'True' -or $text -eq 'False') {
          $connector['Settings'][$name] = ($text -eq 'True')
        } elseif ($name -eq 'PermissionGroups') {
          $connector['Settings'][$name] = ($text -replace ',? *Custom$', '')
        } else {
          $connector['Settings'][$name] = $text
        }
      }
    }
    [void]$script:connectors.Add($connector)
  }
}

# Everything as sorted lines of text, for comparison.
function Get-State {
  foreach ($connector in $script:connectors) {
    foreach ($name in $connector['Settings'].Keys) {
      $value = [string]::Join('|', [string[]]@(@($connector['Settings'][$name]) | ForEach-Object { [string]$_ } | Sort-Object))
      $exact = [regex]::Replace($value, '^[0-9.,]+ [KMGT]?B ', '')
      ($connector['Name'] + ' ' + $name + ' ' + $exact)
    }
    foreach ($entry in $connector['Entries']) {
      ($connector['Name'] + ' entry ' + (Get-EntryKey $entry))
    }
  }
}

# How many cmdlets changed something since the last call.
function Get-WriteCount {
  $count = $script:writes.Count
  $script:writes.Clear()
  return $count
}

Export-ModuleMember -Function @('*-ReceiveConnector', '*-ADPermission', 'Import-Record', 'Get-State', 'Get-WriteCount')
