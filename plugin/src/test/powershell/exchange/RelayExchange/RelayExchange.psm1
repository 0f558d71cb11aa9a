# Stand-in for the Exchange cmdlets that the plugin calls, on a state in a file that processes share.
# For PowerShell 7. README.md tells what it is and what it is not; what is not known of Exchange is a switch.
#
#   RELAY_STATE      the state file (needed)
#   RELAY_SHAPE      native (default): objects with types of their own; deserialised: as remoting gives them
#   RELAY_USERS      sid (default): entries show SIDs; name: entries show account names
#   RELAY_EXCHANGE   2019 (default) or 2010: without what 2010 lacks, and refusing it as a parameter
#   RELAY_MISSING    cmdlets that the account's role lacks, separated by blanks
#   RELAY_FAULT      faults, separated by blanks:
#       throw:CMDLET        a terminating error before anything is done
#       error:CMDLET        a non-terminating error, nothing is done
#       late:CMDLET         it is done, and then a terminating error comes
#       noop:CMDLET         a warning, nothing is done, no error
#       half:CMDLET         only the first of the values is written, no error
#       empty:CMDLET        answers nothing
#       race:N              before answer N of Get-ReceiveConnector somebody sets TarpitInterval to 00:00:09
#       two                 each connector is shown twice
#       otherserver         Get-ReceiveConnector answers for another server
#       dropcustom          changing PermissionGroups takes rights of one's own away
#       nodc                OriginatingServer is empty
# Every change is a line in RELAY_STATE.writes, every call one in RELAY_STATE.calls.
Set-StrictMode -Version 2.0

if (-not ('Relay.Exchange.IPRange' -as [type])) {
  if ($env:RELAY_TYPES -and (Test-Path -LiteralPath $env:RELAY_TYPES)) {
    Add-Type -Path $env:RELAY_TYPES
  } else {
    Add-Type -Path (Join-Path $PSScriptRoot 'Types.cs')
  }
}

$script:reads = 0
$script:kinds = @{}
function Register-Kind([string]$kind, [string[]]$names) {
  foreach ($name in $names) {
    $script:kinds[$name] = $kind
  }
}
Register-Kind 'bool' @('AdvertiseClientSettings', 'BareLinefeedRejectionEnabled', 'BinaryMimeEnabled', 'ChunkingEnabled', 'DeliveryStatusNotificationEnabled', 'DomainSecureEnabled', 'EightBitMimeEnabled', 'EnableAuthGSSAPI', 'Enabled', 'EnhancedStatusCodesEnabled', 'LongAddressesEnabled', 'OrarEnabled', 'PipeliningEnabled', 'RejectReservedSecondLevelRecipientDomains', 'RejectReservedTopLevelRecipientDomains', 'RejectSingleLabelRecipientDomains', 'RequireEHLODomain', 'RequireTLS', 'SmtpUtf8Enabled', 'SuppressXAnonymousTls')
Register-Kind 'span' @('AuthTarpitInterval', 'ConnectionInactivityTimeout', 'ConnectionTimeout', 'MaxAcknowledgementDelay', 'TarpitInterval')
Register-Kind 'size' @('MaxHeaderSize', 'MaxMessageSize')
Register-Kind 'unlimited' @('MaxInboundConnection', 'MaxInboundConnectionPerSource', 'MaxProtocolErrors', 'MessageRateLimit')
Register-Kind 'int' @('MaxHopCount', 'MaxInboundConnectionPercentagePerSource', 'MaxLocalHopCount', 'MaxLogonFailures', 'MaxRecipientsPerMessage')
Register-Kind 'Relay.Exchange.AuthMechanisms' @('AuthMechanism')
Register-Kind 'Relay.Exchange.PermissionGroups' @('PermissionGroups')
Register-Kind 'Relay.Exchange.MessageRateSourceFlags' @('MessageRateSource')
Register-Kind 'Relay.Exchange.ExtendedProtectionPolicySetting' @('ExtendedProtectionPolicy')
Register-Kind 'Relay.Exchange.ProtocolLoggingLevel' @('ProtocolLoggingLevel')
Register-Kind 'Relay.Exchange.SizeMode' @('SizeEnabled')
Register-Kind 'Relay.Exchange.ServerRole' @('TransportRole')
Register-Kind 'comment' @('Comment')
Register-Kind 'text' @('Banner', 'DefaultDomain', 'Fqdn', 'ServiceDiscoveryFqdn', 'TlsCertificateName')
Register-Kind 'bindings' @('Bindings')
Register-Kind 'ranges' @('RemoteIPRanges')
Register-Kind 'domains' @('TlsDomainCapabilities')

$script:lists = @{
  bindings = [Relay.Exchange.MultiValuedProperty[Relay.Exchange.IPBinding]]
  ranges = [Relay.Exchange.MultiValuedProperty[Relay.Exchange.IPRange]]
  domains = [Relay.Exchange.MultiValuedProperty[Relay.Exchange.SmtpReceiveDomainCapabilities]]
}
$script:listed = @($script:kinds.Keys | Where-Object { $script:lists.ContainsKey($script:kinds[$_]) })
$script:groupKeys = @{}
$script:stateText = ''
$script:later = @('AuthTarpitInterval', 'RejectReservedSecondLevelRecipientDomains', 'RejectReservedTopLevelRecipientDomains', 'RejectSingleLabelRecipientDomains', 'ServiceDiscoveryFqdn', 'SmtpUtf8Enabled', 'TlsCertificateName', 'TransportRole')
$script:fresh = @{
  AuthMechanism = 'Tls'; AuthTarpitInterval = '00:00:05'; BinaryMimeEnabled = 'True'; ChunkingEnabled = 'True'
  ConnectionInactivityTimeout = '00:05:00'; ConnectionTimeout = '00:10:00'; DeliveryStatusNotificationEnabled = 'True'
  EightBitMimeEnabled = 'True'; Enabled = 'True'; EnhancedStatusCodesEnabled = 'True'; ExtendedProtectionPolicy = 'None'
  MaxAcknowledgementDelay = '00:00:30'; MaxHeaderSize = '262144'; MaxHopCount = '60'; MaxInboundConnection = '5000'
  MaxInboundConnectionPerSource = '20'; MaxInboundConnectionPercentagePerSource = '2'; MaxLocalHopCount = '5'
  MaxLogonFailures = '3'; MaxMessageSize = '37748736'; MaxProtocolErrors = '5'; MaxRecipientsPerMessage = '200'
  MessageRateLimit = 'Unlimited'; MessageRateSource = 'IPAddress'; PermissionGroups = 'None'; PipeliningEnabled = 'True'
  ProtocolLoggingLevel = 'None'; SizeEnabled = 'Enabled'; SmtpUtf8Enabled = 'True'; TarpitInterval = '00:00:05'
  TransportRole = 'FrontendTransport'
}
$script:sids = @{
  AnonymousUsers = 'S-1-5-7'; ExchangeUsers = 'S-1-5-11'; ExchangeServers = 'S-1-5-21-1-2-3-1110'
  ExchangeLegacyServers = 'S-1-5-21-1-2-3-1111'; Partners = 'S-1-5-21-1-2-3-1112'
}
$script:grouped = @{
  AnonymousUsers = @('ms-Exch-SMTP-Submit', 'ms-Exch-SMTP-Accept-Any-Sender', 'ms-Exch-SMTP-Accept-Authoritative-Domain-Sender', 'ms-Exch-Accept-Headers-Routing')
  ExchangeUsers = @('ms-Exch-SMTP-Submit', 'ms-Exch-SMTP-Accept-Any-Recipient', 'ms-Exch-Bypass-Anti-Spam', 'ms-Exch-Accept-Headers-Routing')
  ExchangeServers = @('ms-Exch-SMTP-Submit', 'ms-Exch-SMTP-Accept-Any-Recipient')
  ExchangeLegacyServers = @('ms-Exch-SMTP-Submit')
  Partners = @('ms-Exch-SMTP-Submit')
}
$script:names = @{ 'S-1-5-7' = 'NT AUTHORITY\ANONYMOUS LOGON'; 'S-1-5-11' = 'NT AUTHORITY\Authenticated Users' }

function Test-Fault([string]$fault) {
  return (@(([string]$env:RELAY_FAULT).Split(' ')) -contains $fault)
}

function Get-FaultNumber([string]$name) {
  foreach ($one in ([string]$env:RELAY_FAULT).Split(' ')) {
    if ($one.StartsWith($name + ':')) {
      return [int]$one.Substring($name.Length + 1)
    }
  }
  return 0
}

function Read-State {
  if (-not $env:RELAY_STATE) {
    throw 'RELAY_STATE names no file'
  }
  return [Management.Automation.PSSerializer]::Deserialize([IO.File]::ReadAllText($env:RELAY_STATE))
}

# The state for cmdlets that only look: read again when it changed, as is what they show.
function Get-State {
  $text = [IO.File]::ReadAllText($env:RELAY_STATE)
  if ($text -cne $script:stateText) {
    $script:stateText = $text
    $script:state = Read-State
    $script:shown = New-Object Collections.Hashtable ([StringComparer]::Ordinal)
  }
  return $script:state
}

# A copy of what was shown for the key, or what is made now: most of a test's time is spent on that.
function Show-Again([string]$key, [scriptblock]$make) {
  $switches = [string]::Join("`n", @($key, $env:RELAY_FAULT, $env:RELAY_SHAPE, $env:RELAY_USERS, $env:RELAY_EXCHANGE, [Globalization.CultureInfo]::CurrentCulture.Name))
  if (-not $script:shown.ContainsKey($switches)) {
    $script:shown[$switches] = @(& $make)
  }
  foreach ($object in $script:shown[$switches]) {
    $object.psobject.Copy()
  }
}

function Write-State($state) {
  $script:stateText = ''
  [IO.File]::WriteAllText($env:RELAY_STATE, [Management.Automation.PSSerializer]::Serialize($state, 10))
}

function Add-Line([string]$kind, [string]$line) {
  [IO.File]::AppendAllText(($env:RELAY_STATE + '.' + $kind), ($line + "`n"))
}

function ConvertTo-Text([string]$name, $value) {
  $kind = $script:kinds[$name]
  if ($null -eq $value) {
    if (@('bindings', 'ranges', 'domains') -contains $kind) {
      return ,@()
    }
    return ''
  }
  if (@('bindings', 'ranges', 'domains') -contains $kind) {
    return ,@($value | ForEach-Object { [string]$_ })
  }
  if ($kind -eq 'size') {
    return [string]$value.ToBytes()
  }
  return [string]$value
}

# A list of a setting: bound as Exchange binds it.
function ConvertTo-List([string]$name, $texts) {
  $some = @(@($texts) | Where-Object { [string]$_ -ne '' })
  return ,($script:lists[$script:kinds[$name]]::new([object]$some))
}

function Get-EntryKey($entry) {
  return (([string][bool]$entry['Deny']) + ' ' + $entry['Sid'] + ' ' + ([string]$entry['Right']).ToUpperInvariant())
}

function Get-GroupEntries([string]$groups) {
  foreach ($group in $groups.Split(',')) {
    $name = $group.Trim()
    if ($script:grouped.ContainsKey($name)) {
      foreach ($right in $script:grouped[$name]) {
        @{ Sid = $script:sids[$name]; Right = $right; Deny = $false; Inherited = $false }
      }
    }
  }
}

function Get-GroupKeys([string]$groups) {
  if (-not $script:groupKeys.ContainsKey($groups)) {
    $script:groupKeys[$groups] = @(Get-GroupEntries $groups | ForEach-Object { Get-EntryKey $_ })
  }
  return ,$script:groupKeys[$groups]
}

function Get-Dn($connector) {
  $name = [regex]::Replace([string]$connector['Name'], '([,+"\\<>;=#])', '\$1')
  return ('CN=' + $name + ',CN=SMTP Receive Connectors,CN=Protocols,CN=' + $connector['Server'] + ',CN=Servers,CN=Exchange Administrative Group,CN=Administrative Groups,CN=Corp,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=corp,DC=example')
}

function Test-Identity($connector, $identity) {
  $text = [string]$identity
  $full = $connector['Server'] + '\' + $connector['Name']
  return ([string]::Equals($text, (Get-Dn $connector), 'OrdinalIgnoreCase') -or [string]::Equals($text, $full, 'OrdinalIgnoreCase') -or [string]::Equals($text, [string]$connector['Name'], 'OrdinalIgnoreCase') -or $text -eq [string]$connector['Guid'])
}

# What remoting makes of an object; the text that an object shows stays.
function Out-Shaped($object) {
  if ($env:RELAY_SHAPE -eq 'deserialised') {
    $wire = [Management.Automation.PSSerializer]::Serialize($object)
    $back = [Management.Automation.PSSerializer]::Deserialize($wire)
    Add-Member -InputObject $back -MemberType NoteProperty -Name PSComputerName -Value 'ex01.corp.example' -Force
    Add-Member -InputObject $back -MemberType NoteProperty -Name RunspaceId -Value ([Guid]::Empty) -Force
    Add-Member -InputObject $back -MemberType NoteProperty -Name PSShowComputerName -Value $false -Force
    return $back
  }
  return $object
}

function Show-Connector($state, $connector) {
  $settings = $connector['Settings']
  $groups = [string]$settings['PermissionGroups']
  $known = Get-GroupKeys $groups
  foreach ($entry in $connector['Entries']) {
    if (-not $entry['Inherited'] -and $known -notcontains (Get-EntryKey $entry)) {
      $groups = (($groups + ', Custom') -replace '^(None)?, ', '')
      break
    }
  }
  # thousands of values: in PowerShell itself they take most of a test's time
  $values = [Relay.Exchange.Shown]::Values($script:kinds, $settings)
  $values['PermissionGroups'] = [Relay.Exchange.Shown]::Value('Relay.Exchange.PermissionGroups', $groups)
  foreach ($name in $script:listed) {
    $values[$name] = ConvertTo-List $name $settings[$name]
  }
  if ($env:RELAY_EXCHANGE -eq '2010') {
    foreach ($name in $script:later) {
      $values.Remove($name)
    }
  }
  $dn = Get-Dn $connector
  $identity = $connector['Server'] + '\' + $connector['Name']
  $values['Server'] = [Relay.Exchange.ADObjectId]::new([string]$connector['Server'], '')
  $values['Identity'] = [Relay.Exchange.ADObjectId]::new($identity, $dn)
  $values['Name'] = [string]$connector['Name']
  $values['DistinguishedName'] = $dn
  $values['Guid'] = [Guid]$connector['Guid']
  $values['ExchangeVersion'] = '0.1 (8.0.535.0)'
  $values['WhenChangedUTC'] = [DateTime]::SpecifyKind([DateTime]'2026-01-02T03:04:05', [DateTimeKind]::Utc)
  $values['WhenChanged'] = [DateTime]::SpecifyKind([DateTime]'2026-01-02T04:04:05', [DateTimeKind]::Local)
  $values['IsValid'] = $true
  $values['OriginatingServer'] = [string]$state['Controller']
  if (Test-Fault 'nodc') {
    $values['OriginatingServer'] = ''
  }
  Out-Shaped ([pscustomobject]$values)
}

# A fact of the record that the state began with, else what is usual.
function Get-Fact($state, [string]$server, [string]$name, [string]$usual) {
  foreach ($key in @(($server + ' ' + $name), $name)) {
    if ($state['Facts'].ContainsKey($key)) {
      return $state['Facts'][$key]
    }
  }
  return $usual
}

function Enter-Call([string]$cmdlet, $bound) {
  $shown = @($bound.Keys | Sort-Object | ForEach-Object { '-' + $_ + ' ' + [string]::Join('|', @(@($bound[$_]) | ForEach-Object { [string]$_ })) })
  Add-Line 'calls' (($cmdlet + ' ' + [string]::Join(' ', $shown)).Replace("`n", '\n'))
  if (Test-Fault ('throw:' + $cmdlet)) {
    throw ('The call to ' + $cmdlet + ' failed (a fault of the test).')
  }
}

function Assert-Controller($state, $controller) {
  if ($state['Edge']) {
    if ($controller) {
      throw 'The DomainController parameter cannot be used on a server with the Edge Transport server role.'
    }
  } elseif ($controller -and $controller -ne $state['Controller'] -and $controller -ne 'dc2.corp.example') {
    throw ('Active Directory server ' + $controller + ' is not available.')
  }
}

function Get-ReceiveConnector {
  [CmdletBinding()]
  param([Parameter(Position = 0, ValueFromPipeline = $true)]$Identity, [string]$Server, [string]$DomainController)
  process {
    Enter-Call 'Get-ReceiveConnector' $PSBoundParameters
    if (Test-Fault 'error:Get-ReceiveConnector') {
      Write-Error 'The operation failed (a fault of the test).'
      return
    }
    if (Test-Fault 'empty:Get-ReceiveConnector') {
      return
    }
    $state = Get-State
    Assert-Controller $state $DomainController
    $script:reads = $script:reads + 1
    $race = Get-FaultNumber 'race'
    if ($race -gt 0 -and $script:reads -eq $race) {
      foreach ($connector in $state['Connectors']) {
        $connector['Settings']['TarpitInterval'] = '00:00:09'
      }
      Write-State $state
      $state = Get-State
    }
    $found = @($state['Connectors'])
    if (Test-Fault 'otherserver') {
      $found = @($found | ForEach-Object { $copy = $_.Clone(); $copy['Server'] = 'EX99'; $copy })
    } elseif ($Server) {
      $found = @($found | Where-Object { $_['Server'] -eq $Server })
    }
    # an identity that is null or not known brings everything
    if ($PSBoundParameters.ContainsKey('Identity') -and $null -ne $Identity) {
      $named = @($found | Where-Object { Test-Identity $_ $Identity })
      if ($named.Count -gt 0) {
        $found = $named
      }
    }
    foreach ($connector in $found) {
      Show-Again ('connector ' + $connector['Guid']) { Show-Connector $state $connector }
      if (Test-Fault 'two') {
        Show-Connector $state $connector
      }
    }
  }
}

function Find-One($state, $identity) {
  $found = @($state['Connectors'] | Where-Object { Test-Identity $_ $identity })
  if ($null -eq $identity -or $found.Count -eq 0) {
    throw ("The operation couldn't be performed because object '" + $identity + "' couldn't be found on '" + $state['Controller'] + "'.")
  }
  if ($found.Count -gt 1) {
    throw ("The operation couldn't be performed because '" + $identity + "' matches multiple entries.")
  }
  return $found[0]
}

function Update-Entries($connector, [string]$before, [string]$after) {
  $gone = Get-GroupKeys $before
  $kept = New-Object Collections.ArrayList
  foreach ($entry in $connector['Entries']) {
    $own = $gone -notcontains (Get-EntryKey $entry)
    if ($entry['Inherited'] -or ($own -and -not (Test-Fault 'dropcustom'))) {
      [void]$kept.Add($entry)
    }
  }
  $keys = @($kept | Where-Object { -not $_['Inherited'] } | ForEach-Object { Get-EntryKey $_ })
  foreach ($entry in @(Get-GroupEntries $after)) {
    if ($keys -notcontains (Get-EntryKey $entry)) {
      [void]$kept.Add($entry)
    }
  }
  $connector['Entries'] = $kept
}

function Assert-Rules($settings) {
  if ([TimeSpan]::Parse($settings['ConnectionTimeout']) -le [TimeSpan]::Parse($settings['ConnectionInactivityTimeout'])) {
    throw 'The ConnectionTimeout value must be greater than the ConnectionInactivityTimeout value.'
  }
  if ([string]$settings['Banner'] -ne '' -and -not ([string]$settings['Banner']).StartsWith('220', 'Ordinal')) {
    throw 'The SMTP banner must start with 220.'
  }
  $auth = @(([string]$settings['AuthMechanism']).Split(',') | ForEach-Object { $_.Trim() })
  $groups = @(([string]$settings['PermissionGroups']).Split(',') | ForEach-Object { $_.Trim() })
  if ($auth -contains 'ExternalAuthoritative' -and $groups -notcontains 'ExchangeServers') {
    throw 'ExternalAuthoritative requires the permission group ExchangeServers.'
  }
  if ($auth -contains 'BasicAuthRequireTLS' -and -not ($auth -contains 'BasicAuth' -and $auth -contains 'Tls')) {
    throw 'BasicAuthRequireTLS requires BasicAuth and Tls.'
  }
  if ($settings['RequireTLS'] -eq 'True' -and $auth -notcontains 'Tls') {
    throw 'RequireTLS requires Tls.'
  }
  if ($groups -contains 'Custom') {
    throw 'The permission group Custom cannot be specified.'
  }
  $limits = @{ MaxInboundConnectionPerSource = @(1, 10000); MaxHopCount = @(1, 500); MaxLocalHopCount = @(0, 50); MaxLogonFailures = @(0, 10); MaxInboundConnectionPercentagePerSource = @(1, 100); MaxRecipientsPerMessage = @(1, 512000) }
  foreach ($name in $limits.Keys) {
    $text = [string]$settings[$name]
    if ($text -ne '' -and $text -ne 'Unlimited' -and ([int]$text -lt $limits[$name][0] -or [int]$text -gt $limits[$name][1])) {
      throw ($name + ' is out of range: ' + $text)
    }
  }
}

# Where two connectors of one server listen alike they are of one role, and their ranges neither the
# same nor crossing; one within the other is allowed.
function Assert-Place($state, $connector) {
  $mine = $connector['Settings']
  foreach ($other in $state['Connectors']) {
    $theirs = $other['Settings']
    $shared = @(@($mine['Bindings']) | Where-Object { @($theirs['Bindings']) -contains $_ })
    if ($other['Guid'] -eq $connector['Guid'] -or $other['Server'] -ne $connector['Server'] -or $shared.Count -eq 0) {
      continue
    }
    $refusal = "The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings on Receive connector '" + $other['Server'] + '\' + $other['Name'] + "'."
    if ($env:RELAY_EXCHANGE -ne '2010' -and [string]$mine['TransportRole'] -ne [string]$theirs['TransportRole']) {
      throw ($refusal + ' Receive connectors assigned to different Transport roles on a single server must listen on unique local IP address & port bindings.')
    }
    $one = [string]::Join('|', @(@($mine['RemoteIPRanges']) | Sort-Object))
    $two = [string]::Join('|', @(@($theirs['RemoteIPRanges']) | Sort-Object))
    $crossing = @(foreach ($a in @($mine['RemoteIPRanges'])) { foreach ($b in @($theirs['RemoteIPRanges'])) { if ([Relay.Exchange.IPRange]::Parse($a).Crosses([Relay.Exchange.IPRange]::Parse($b))) { $a } } })
    if ($one -eq $two -or $crossing.Count -gt 0) {
      throw $refusal
    }
  }
}

# What came after 2010 is no parameter there.
function Assert-Parameters($bound) {
  foreach ($name in $bound.Keys) {
    if ($env:RELAY_EXCHANGE -eq '2010' -and $script:later -contains $name) {
      throw ("A parameter cannot be found that matches parameter name '" + $name + "'.")
    }
  }
}

# What was bound, as texts. A hash table with Add and Remove changes a list.
function Set-Bound($connector, $bound) {
  $settings = $connector['Settings'].Clone()
  $before = [string]$settings['PermissionGroups']
  $changed = 0
  foreach ($name in @($bound.Keys | Sort-Object)) {
    if (-not $script:kinds.ContainsKey($name)) {
      continue
    }
    if ((Test-Fault 'half:Set-ReceiveConnector') -and $changed -gt 0) {
      break
    }
    $value = $bound[$name]
    $text = ConvertTo-Text $name $value
    if ($null -ne $value -and $value.GetType().Name -like 'MultiValuedProperty*' -and $value.IsChange) {
      $list = New-Object Collections.ArrayList
      foreach ($one in @($settings[$name])) {
        $gone = @($value.Removed | Where-Object { [string]$_ -eq [string]$one })
        if ($gone.Count -eq 0) {
          [void]$list.Add([string]$one)
        }
      }
      foreach ($one in $value.Added) {
        [void]$list.Add([string]$one)
      }
      $text = @($list)
    }
    $old = [string]::Join('|', @(@($settings[$name]) | ForEach-Object { [string]$_ }))
    $new = [string]::Join('|', @(@($text) | ForEach-Object { [string]$_ }))
    if ($old -cne $new) {
      $changed = $changed + 1
    }
    $settings[$name] = $text
  }
  Assert-Rules $settings
  $connector['Settings'] = $settings
  if ($bound.ContainsKey('PermissionGroups')) {
    Update-Entries $connector $before ([string]$settings['PermissionGroups'])
  }
  return $changed
}

function Set-ReceiveConnector {
  [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
  param(
    [Parameter(Position = 0, Mandatory = $true, ValueFromPipeline = $true)]$Identity, [string]$DomainController,
    [bool]$AdvertiseClientSettings, [Relay.Exchange.AuthMechanisms]$AuthMechanism, [Relay.Exchange.EnhancedTimeSpan]$AuthTarpitInterval,
    [AllowNull()][AllowEmptyString()][string]$Banner, [bool]$BareLinefeedRejectionEnabled, [bool]$BinaryMimeEnabled,
    [Relay.Exchange.MultiValuedProperty[Relay.Exchange.IPBinding]]$Bindings, [bool]$ChunkingEnabled,
    [AllowNull()][AllowEmptyString()][string]$Comment, [Relay.Exchange.EnhancedTimeSpan]$ConnectionInactivityTimeout,
    [Relay.Exchange.EnhancedTimeSpan]$ConnectionTimeout, [AllowNull()][AllowEmptyString()][string]$DefaultDomain,
    [bool]$DeliveryStatusNotificationEnabled, [bool]$DomainSecureEnabled, [bool]$EightBitMimeEnabled, [bool]$EnableAuthGSSAPI,
    [bool]$Enabled, [bool]$EnhancedStatusCodesEnabled, [Relay.Exchange.ExtendedProtectionPolicySetting]$ExtendedProtectionPolicy,
    [AllowNull()][AllowEmptyString()][string]$Fqdn, [bool]$LongAddressesEnabled, [Relay.Exchange.EnhancedTimeSpan]$MaxAcknowledgementDelay,
    [Relay.Exchange.ByteQuantifiedSize]$MaxHeaderSize, [int]$MaxHopCount, [Relay.Exchange.Unlimited[int]]$MaxInboundConnection,
    [Relay.Exchange.Unlimited[int]]$MaxInboundConnectionPerSource, [int]$MaxInboundConnectionPercentagePerSource, [int]$MaxLocalHopCount,
    [int]$MaxLogonFailures, [Relay.Exchange.ByteQuantifiedSize]$MaxMessageSize, [Relay.Exchange.Unlimited[int]]$MaxProtocolErrors,
    [int]$MaxRecipientsPerMessage, [Relay.Exchange.Unlimited[int]]$MessageRateLimit, [Relay.Exchange.MessageRateSourceFlags]$MessageRateSource,
    [string]$Name, [bool]$OrarEnabled, [Relay.Exchange.PermissionGroups]$PermissionGroups, [bool]$PipeliningEnabled,
    [Relay.Exchange.ProtocolLoggingLevel]$ProtocolLoggingLevel, [bool]$RejectReservedSecondLevelRecipientDomains,
    [bool]$RejectReservedTopLevelRecipientDomains, [bool]$RejectSingleLabelRecipientDomains,
    [Relay.Exchange.MultiValuedProperty[Relay.Exchange.IPRange]]$RemoteIPRanges, [bool]$RequireEHLODomain, [bool]$RequireTLS,
    [AllowNull()][AllowEmptyString()][string]$ServiceDiscoveryFqdn, [Relay.Exchange.SizeMode]$SizeEnabled, [bool]$SmtpUtf8Enabled,
    [bool]$SuppressXAnonymousTls, [Relay.Exchange.EnhancedTimeSpan]$TarpitInterval, [AllowNull()][AllowEmptyString()][string]$TlsCertificateName,
    [Relay.Exchange.MultiValuedProperty[Relay.Exchange.SmtpReceiveDomainCapabilities]]$TlsDomainCapabilities,
    [Relay.Exchange.ServerRole]$TransportRole
  )
  process {
    Enter-Call 'Set-ReceiveConnector' $PSBoundParameters
    Assert-Parameters $PSBoundParameters
    $state = Read-State
    Assert-Controller $state $DomainController
    $connector = Find-One $state $Identity
    if (-not $PSCmdlet.ShouldProcess(($connector['Server'] + '\' + $connector['Name']), 'Setting receive connector')) {
      return
    }
    if (Test-Fault 'error:Set-ReceiveConnector') {
      Write-Error 'The operation failed (a fault of the test).'
      return
    }
    if (Test-Fault 'noop:Set-ReceiveConnector') {
      Write-Warning ("The command completed successfully but no settings of '" + $connector['Name'] + "' have been modified.")
      return
    }
    $changed = Set-Bound $connector $PSBoundParameters
    Assert-Place $state $connector
    if ($changed -eq 0) {
      Write-Warning ("The command completed successfully but no settings of '" + $connector['Name'] + "' have been modified.")
      return
    }
    Write-State $state
    Add-Line 'writes' ('Set-ReceiveConnector ' + $connector['Name'])
    if (Test-Fault 'late:Set-ReceiveConnector') {
      throw 'The connection was lost (a fault of the test).'
    }
  }
}

function New-ReceiveConnector {
  [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
  param(
    [Parameter(Position = 0, Mandatory = $true)][string]$Name, [string]$Server, [Relay.Exchange.UsageType]$Usage = 'Custom', [string]$DomainController,
    [bool]$AdvertiseClientSettings, [Relay.Exchange.AuthMechanisms]$AuthMechanism, [Relay.Exchange.EnhancedTimeSpan]$AuthTarpitInterval,
    [AllowNull()][AllowEmptyString()][string]$Banner, [bool]$BinaryMimeEnabled,
    [Relay.Exchange.MultiValuedProperty[Relay.Exchange.IPBinding]]$Bindings, [bool]$ChunkingEnabled,
    [AllowNull()][AllowEmptyString()][string]$Comment, [Relay.Exchange.EnhancedTimeSpan]$ConnectionInactivityTimeout,
    [Relay.Exchange.EnhancedTimeSpan]$ConnectionTimeout, [AllowNull()][AllowEmptyString()][string]$DefaultDomain,
    [bool]$DeliveryStatusNotificationEnabled, [bool]$DomainSecureEnabled, [bool]$EightBitMimeEnabled, [bool]$EnableAuthGSSAPI,
    [bool]$Enabled, [bool]$EnhancedStatusCodesEnabled, [Relay.Exchange.ExtendedProtectionPolicySetting]$ExtendedProtectionPolicy,
    [AllowNull()][AllowEmptyString()][string]$Fqdn, [bool]$LongAddressesEnabled, [Relay.Exchange.EnhancedTimeSpan]$MaxAcknowledgementDelay,
    [Relay.Exchange.ByteQuantifiedSize]$MaxHeaderSize, [int]$MaxHopCount, [Relay.Exchange.Unlimited[int]]$MaxInboundConnection,
    [Relay.Exchange.Unlimited[int]]$MaxInboundConnectionPerSource, [int]$MaxInboundConnectionPercentagePerSource, [int]$MaxLocalHopCount,
    [int]$MaxLogonFailures, [Relay.Exchange.ByteQuantifiedSize]$MaxMessageSize, [Relay.Exchange.Unlimited[int]]$MaxProtocolErrors,
    [int]$MaxRecipientsPerMessage, [Relay.Exchange.Unlimited[int]]$MessageRateLimit, [Relay.Exchange.MessageRateSourceFlags]$MessageRateSource,
    [bool]$OrarEnabled, [Relay.Exchange.PermissionGroups]$PermissionGroups, [bool]$PipeliningEnabled,
    [Relay.Exchange.ProtocolLoggingLevel]$ProtocolLoggingLevel, [bool]$RejectReservedSecondLevelRecipientDomains,
    [bool]$RejectReservedTopLevelRecipientDomains, [bool]$RejectSingleLabelRecipientDomains,
    [Relay.Exchange.MultiValuedProperty[Relay.Exchange.IPRange]]$RemoteIPRanges, [bool]$RequireEHLODomain, [bool]$RequireTLS,
    [AllowNull()][AllowEmptyString()][string]$ServiceDiscoveryFqdn, [Relay.Exchange.SizeMode]$SizeEnabled, [bool]$SuppressXAnonymousTls,
    [Relay.Exchange.EnhancedTimeSpan]$TarpitInterval, [AllowNull()][AllowEmptyString()][string]$TlsCertificateName,
    [Relay.Exchange.MultiValuedProperty[Relay.Exchange.SmtpReceiveDomainCapabilities]]$TlsDomainCapabilities,
    [Relay.Exchange.ServerRole]$TransportRole
  )
  Enter-Call 'New-ReceiveConnector' $PSBoundParameters
  Assert-Parameters $PSBoundParameters
  $state = Read-State
  Assert-Controller $state $DomainController
  if ($Name.Length -gt 64 -or $Name.Contains('\')) {
    throw 'The name is not valid.'
  }
  if ($Usage -eq 'Custom' -and (-not $PSBoundParameters.ContainsKey('Bindings') -or -not $PSBoundParameters.ContainsKey('RemoteIPRanges'))) {
    throw 'Bindings and RemoteIPRanges must be specified.'
  }
  if (@($state['Connectors'] | Where-Object { $_['Server'] -eq $Server -and $_['Name'] -eq $Name }).Count -gt 0) {
    throw ("The receive connector '" + $Name + "' already exists on the server '" + $Server + "'.")
  }
  if (-not $PSCmdlet.ShouldProcess(($Server + '\' + $Name), 'Creating receive connector')) {
    return
  }
  if (Test-Fault 'error:New-ReceiveConnector') {
    Write-Error 'The operation failed (a fault of the test).'
    return
  }
  $connector = @{ Server = $Server; Name = $Name; Guid = [string][Guid]::NewGuid(); Settings = $script:fresh.Clone(); Entries = (New-Object Collections.ArrayList) }
  [void]$connector['Entries'].Add(@{ Sid = 'S-1-5-11'; Right = 'ms-Exch-Store-Read'; Deny = $false; Inherited = $true })
  $connector['Settings']['Fqdn'] = $Server.ToLowerInvariant() + '.corp.example'
  [void](Set-Bound $connector $PSBoundParameters)
  Assert-Place $state $connector
  [void]$state['Connectors'].Add($connector)
  Write-State $state
  Add-Line 'writes' ('New-ReceiveConnector ' + $Name)
  if (Test-Fault 'late:New-ReceiveConnector') {
    throw 'The connection was lost (a fault of the test).'
  }
  Show-Connector $state $connector
}

function Remove-ReceiveConnector {
  [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
  param([Parameter(Position = 0, Mandatory = $true, ValueFromPipeline = $true)]$Identity, [string]$DomainController)
  process {
    Enter-Call 'Remove-ReceiveConnector' $PSBoundParameters
    $state = Read-State
    Assert-Controller $state $DomainController
    $connector = Find-One $state $Identity
    if (-not $PSCmdlet.ShouldProcess(($connector['Server'] + '\' + $connector['Name']), 'Removing receive connector')) {
      return
    }
    if (Test-Fault 'error:Remove-ReceiveConnector') {
      Write-Error 'The operation failed (a fault of the test).'
      return
    }
    $left = New-Object Collections.ArrayList
    foreach ($one in $state['Connectors']) {
      if ($one['Guid'] -ne $connector['Guid']) {
        [void]$left.Add($one)
      }
    }
    $state['Connectors'] = $left
    Write-State $state
    Add-Line 'writes' ('Remove-ReceiveConnector ' + $connector['Name'])
  }
}

function Show-Entries($connector) {
  $dn = Get-Dn $connector
  $at = $connector['Server'] + '\' + $connector['Name']
  foreach ($entry in $connector['Entries']) {
    $sid = [string]$entry['Sid']
    $shown = $sid
    if ($env:RELAY_USERS -eq 'name' -and $script:names.ContainsKey($sid)) {
      $shown = $script:names[$sid]
    }
    Out-Shaped ([pscustomobject][ordered]@{
      Identity = [Relay.Exchange.ADObjectId]::new($at, $dn)
      User = [Relay.Exchange.SecurityPrincipal]::new($shown, $sid)
      Deny = [Management.Automation.SwitchParameter][bool]$entry['Deny']
      AccessRights = [string[]]@('ExtendedRight')
      IsInherited = [bool]$entry['Inherited']
      Properties = $null
      ChildObjectTypes = $null
      InheritedObjectType = $null
      InheritanceType = 'All'
      ExtendedRights = [Relay.Exchange.ExtendedRight[]]@([Relay.Exchange.ExtendedRight]::new([string]$entry['Right']))
    })
  }
  # entries without an extended right are always there too
  Out-Shaped ([pscustomobject][ordered]@{
    Identity = [Relay.Exchange.ADObjectId]::new($at, $dn)
    User = [Relay.Exchange.SecurityPrincipal]::new('S-1-5-18', 'S-1-5-18')
    Deny = [Management.Automation.SwitchParameter]$false
    AccessRights = [string[]]@('GenericAll')
    IsInherited = $true
    Properties = $null
    ChildObjectTypes = $null
    InheritedObjectType = $null
    InheritanceType = 'All'
    ExtendedRights = $null
  })
}

function Get-ADPermission {
  [CmdletBinding()]
  param([Parameter(Position = 0, ValueFromPipeline = $true)]$Identity, [string]$DomainController)
  process {
    Enter-Call 'Get-ADPermission' $PSBoundParameters
    if (Test-Fault 'error:Get-ADPermission') {
      Write-Error 'The operation failed (a fault of the test).'
      return
    }
    if (Test-Fault 'empty:Get-ADPermission') {
      return
    }
    $state = Get-State
    Assert-Controller $state $DomainController
    # a bare name merges the entries of all servers, an unknown one brings everything
    $found = @($state['Connectors'] | Where-Object { Test-Identity $_ $Identity })
    if ($found.Count -eq 0) {
      $found = @($state['Connectors'])
    }
    foreach ($connector in $found) {
      Show-Again ('entries ' + $connector['Guid']) { Show-Entries $connector }
    }
  }
}

function Get-SidOf([string]$user) {
  if ($user.StartsWith('S-1-', 'Ordinal')) {
    return $user
  }
  foreach ($sid in $script:names.Keys) {
    if ($script:names[$sid] -eq $user) {
      return $sid
    }
  }
  throw ("User or group '" + $user + "' wasn't found.")
}

function Add-ADPermission {
  [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
  param([Parameter(Position = 0, Mandatory = $true, ValueFromPipeline = $true)]$Identity, [Parameter(Mandatory = $true)][string]$User, [string[]]$ExtendedRights, [string[]]$AccessRights, [switch]$Deny, [string]$DomainController)
  process {
    Enter-Call 'Add-ADPermission' $PSBoundParameters
    $state = Read-State
    Assert-Controller $state $DomainController
    $connector = Find-One $state $Identity
    $sid = Get-SidOf $User
    if (-not $PSCmdlet.ShouldProcess([string]$Identity, 'Adding Active Directory permission')) {
      return
    }
    if (Test-Fault 'noop:Add-ADPermission') {
      return
    }
    foreach ($right in $ExtendedRights) {
      $entry = @{ Sid = $sid; Right = $right; Deny = [bool]$Deny; Inherited = $false }
      $there = @($connector['Entries'] | Where-Object { -not $_['Inherited'] -and (Get-EntryKey $_) -eq (Get-EntryKey $entry) })
      if ($there.Count -gt 0) {
        Write-Warning 'The appropriate access control entry is already present.'
      } else {
        [void]$connector['Entries'].Add($entry)
      }
    }
    Write-State $state
    Add-Line 'writes' ('Add-ADPermission ' + $connector['Name'] + ' ' + $ExtendedRights)
  }
}

function Remove-ADPermission {
  [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
  param([Parameter(Position = 0, Mandatory = $true, ValueFromPipeline = $true)]$Identity, [Parameter(Mandatory = $true)][string]$User, [string[]]$ExtendedRights, [string[]]$AccessRights, [switch]$Deny, [string]$DomainController)
  process {
    Enter-Call 'Remove-ADPermission' $PSBoundParameters
    $state = Read-State
    Assert-Controller $state $DomainController
    $connector = Find-One $state $Identity
    $sid = Get-SidOf $User
    if (-not $PSCmdlet.ShouldProcess([string]$Identity, 'Removing Active Directory permission')) {
      return
    }
    if (Test-Fault 'noop:Remove-ADPermission') {
      return
    }
    foreach ($right in $ExtendedRights) {
      $key = Get-EntryKey @{ Sid = $sid; Right = $right; Deny = [bool]$Deny }
      $there = @($connector['Entries'] | Where-Object { -not $_['Inherited'] -and (Get-EntryKey $_) -eq $key })
      if ($there.Count -eq 0) {
        Write-Warning 'Can''t remove the access control entry because it isn''t present.'
      }
      foreach ($entry in $there) {
        $connector['Entries'].Remove($entry)
      }
    }
    Write-State $state
    Add-Line 'writes' ('Remove-ADPermission ' + $connector['Name'] + ' ' + $ExtendedRights)
  }
}

function Get-ExchangeServer {
  [CmdletBinding()]
  param([Parameter(Position = 0)]$Identity, [string]$DomainController)
  Enter-Call 'Get-ExchangeServer' $PSBoundParameters
  $state = Get-State
  Assert-Controller $state $DomainController
  foreach ($name in $state['Servers']) {
    $version = 'Version 15.2 (Build 1544.4)'
    if ($env:RELAY_EXCHANGE -eq '2010') {
      $version = 'Version 14.3 (Build 123.4)'
    }
    $role = 'Mailbox, ClientAccess'
    if ($state['Edge']) {
      $role = 'Edge'
    }
    Out-Shaped ([pscustomobject][ordered]@{
      Name = [string]$name
      AdminDisplayVersion = New-Object Relay.Exchange.ServerVersion((Get-Fact $state $name 'ExchangeVersion' $version))
      ServerRole = Get-Fact $state $name 'ServerRole' $role
      Edition = Get-Fact $state $name 'Edition' 'Standard'
      Fqdn = Get-Fact $state $name 'Fqdn' (([string]$name).ToLowerInvariant() + '.corp.example')
      OriginatingServer = [string]$state['Controller']
    })
  }
}

function Get-TransportConfig {
  [CmdletBinding()]
  param([string]$DomainController)
  Enter-Call 'Get-TransportConfig' $PSBoundParameters
  $state = Get-State
  Assert-Controller $state $DomainController
  Out-Shaped ([pscustomobject][ordered]@{
    MaxReceiveSize = [Relay.Exchange.ByteQuantifiedSize]::Parse((Get-Fact $state '' 'TransportConfig.MaxReceiveSize' '37748736'))
    MaxSendSize = 'Unlimited'
    MaxRecipientEnvelopeLimit = [Relay.Exchange.Unlimited[int]]::Parse((Get-Fact $state '' 'TransportConfig.MaxRecipientEnvelopeLimit' '500'))
    RejectMessageOnShadowFailure = $false
  })
}

function Show-TransportService {
  $state = Get-State
  foreach ($name in $state['Servers']) {
    Out-Shaped ([pscustomobject][ordered]@{
      Name = [string]$name; MaxConnectionRatePerMinute = 1200; MaxOutboundConnections = [Relay.Exchange.Unlimited[int]]::Parse('1000')
      MaxPerDomainOutboundConnections = [Relay.Exchange.Unlimited[int]]::Parse('20'); ReceiveProtocolLogPath = 'C:\Logs\SmtpReceive'; UseDownGradedExchangeServerAuth = $false
    })
  }
}

function Get-TransportService {
  [CmdletBinding()]
  param([Parameter(Position = 0)]$Identity, [string]$DomainController)
  Enter-Call 'Get-TransportService' $PSBoundParameters
  if ($env:RELAY_EXCHANGE -eq '2010') {
    throw "The term 'Get-TransportService' is not recognized as the name of a cmdlet."
  }
  Show-TransportService
}

function Get-TransportServer {
  [CmdletBinding()]
  param([Parameter(Position = 0)]$Identity, [string]$DomainController)
  Enter-Call 'Get-TransportServer' $PSBoundParameters
  Show-TransportService
}

function Get-ServerComponentState {
  [CmdletBinding()]
  param([Parameter(Position = 0, Mandatory = $true)]$Identity, [string]$Component, [string]$DomainController)
  Enter-Call 'Get-ServerComponentState' $PSBoundParameters
  if ($env:RELAY_EXCHANGE -eq '2010') {
    throw "The term 'Get-ServerComponentState' is not recognized as the name of a cmdlet."
  }
  foreach ($part in @('ServerWideOffline', 'HubTransport', 'FrontendTransport')) {
    Out-Shaped ([pscustomobject][ordered]@{ Identity = [string]$Identity; Component = $part; State = 'Active' })
  }
}

function Get-AcceptedDomain {
  [CmdletBinding()]
  param([Parameter(Position = 0)]$Identity, [string]$DomainController)
  Enter-Call 'Get-AcceptedDomain' $PSBoundParameters
  Out-Shaped ([pscustomobject][ordered]@{ Name = 'Corp'; DomainName = 'corp.example'; DomainType = 'Authoritative'; Default = $true })
}

function Get-ExchangeCertificate {
  [CmdletBinding()]
  param([Parameter(Position = 0)]$Thumbprint, [string]$Server, [string]$DomainController)
  Enter-Call 'Get-ExchangeCertificate' $PSBoundParameters
  Out-Shaped ([pscustomobject][ordered]@{
    Thumbprint = '0123456789ABCDEF0123456789ABCDEF01234567'; Subject = 'CN=relay.corp.example'; Issuer = 'CN=Corp CA'
    CertificateDomains = [string[]]@('relay.corp.example', 'ex01.corp.example')
    NotAfter = (New-Object DateTime(2028, 3, 1, 12, 0, 0, ([DateTimeKind]::Utc))); Services = 'IIS, SMTP'
  })
}

# The name that the plugin is told as snap-in; what it would load is loaded already.
function Add-PSSnapin {
  [CmdletBinding()]
  param([Parameter(Position = 0)][string[]]$Name)
  if (Test-Fault 'throw:Add-PSSnapin') {
    throw ('Cannot load Windows PowerShell snap-in ' + $Name + ' (a fault of the test).')
  }
}

# Begins anew with what records of the plugin hold; a record's base64 is UTF-16.
function Import-RelayRecord {
  [CmdletBinding()]
  param([Parameter(Mandatory = $true)][string[]]$Path)
  $state = @{ Controller = 'dc1.corp.example'; Edge = $false; Facts = @{}; Servers = (New-Object Collections.ArrayList); Connectors = (New-Object Collections.ArrayList) }
  foreach ($one in $Path) {
    $record = New-Object Xml.XmlDocument
    $record.PreserveWhitespace = $true
    $record.Load((Resolve-Path -LiteralPath $one).ProviderPath)
    $server = $record.DocumentElement.GetAttribute('host')
    [void]$state['Servers'].Add($server)
    foreach ($fact in $record.SelectNodes('/record/fact')) {
      $key = $fact.GetAttribute('name')
      if ($key.IndexOf('.') -lt 0) {
        $key = $server + ' ' + $key
      }
      $state['Facts'][$key] = $fact.InnerText
    }
    $role = $record.SelectSingleNode("/record/fact[@name='ServerRole']")
    if ($null -ne $role -and $role.InnerText -eq 'Edge') {
      $state['Edge'] = $true
    }
    foreach ($resource in $record.SelectNodes("/record/resource[@kind='receiveConnectors']")) {
      $shownName = $resource.GetAttribute('name')
      if ($resource.GetAttribute('encoding') -eq 'base64') {
        $shownName = [Text.Encoding]::Unicode.GetString([Convert]::FromBase64String($shownName))
      }
      $connector = @{ Server = $server; Name = $shownName; Guid = [string][Guid]::NewGuid(); Settings = $script:fresh.Clone(); Entries = (New-Object Collections.ArrayList) }
      foreach ($node in $resource.SelectNodes('*')) {
        $name = $node.GetAttribute('name')
        $texts = New-Object Collections.ArrayList
        $nodes = @($node)
        if ($node.LocalName -eq 'list') {
          $nodes = @($node.SelectNodes('item'))
        }
        foreach ($item in $nodes) {
          $text = $item.InnerText
          if ($item.GetAttribute('encoding') -eq 'base64') {
            $text = [Text.Encoding]::Unicode.GetString([Convert]::FromBase64String($text))
          }
          [void]$texts.Add($text)
        }
        if ($name -eq 'ExtendedRights' -or $name -eq 'InheritedRights') {
          if ($node.LocalName -ne 'list') {
            continue
          }
          foreach ($text in $texts) {
            # allow or deny, an account whose name may hold blanks, and the right
            $first = $text.IndexOf(' ')
            $last = $text.LastIndexOf(' ')
            $account = $text.Substring($first + 1, $last - $first - 1)
            [void]$connector['Entries'].Add(@{ Sid = $account; Right = $text.Substring($last + 1); Deny = $text.StartsWith('deny '); Inherited = ($name -eq 'InheritedRights') })
          }
        } elseif ($script:kinds.ContainsKey($name)) {
          if (@('bindings', 'ranges', 'domains') -contains $script:kinds[$name]) {
            $connector['Settings'][$name] = @()
            if ($node.LocalName -eq 'list') {
              $connector['Settings'][$name] = @($texts)
            }
          } elseif ($node.LocalName -eq 'empty') {
            $connector['Settings'][$name] = ''
          } else {
            $text = [string]$texts[0]
            if ($script:kinds[$name] -eq 'size') {
              $text = [string][Relay.Exchange.ByteQuantifiedSize]::Parse($text).ToBytes()
            } elseif ($name -eq 'PermissionGroups') {
              $text = ($text -replace ',? *Custom$', '')
              if ($text -eq '') {
                $text = 'None'
              }
            }
            $connector['Settings'][$name] = $text
          }
        }
      }
      [void]$state['Connectors'].Add($connector)
    }
  }
  Write-State $state
  foreach ($kind in @('writes', 'calls')) {
    [IO.File]::WriteAllText(($env:RELAY_STATE + '.' + $kind), '')
  }
}

# All that cmdlets can change, as sorted lines.
function Export-RelayState {
  [CmdletBinding()]
  param()
  $state = Get-State
  $lines = New-Object Collections.ArrayList
  foreach ($connector in $state['Connectors']) {
    $at = ($connector['Server'] + '\' + $connector['Name'])
    foreach ($name in $script:kinds.Keys) {
      $value = ''
      if ($connector['Settings'].ContainsKey($name)) {
        $texts = @(@($connector['Settings'][$name]) | ForEach-Object { [string]$_ })
        [Array]::Sort($texts, [StringComparer]::Ordinal)
        $value = [string]::Join('|', $texts)
      }
      [void]$lines.Add(($at + ' ' + $name + ' = ' + $value).Replace("`r", '\r').Replace("`n", '\n'))
    }
    foreach ($entry in $connector['Entries']) {
      [void]$lines.Add($at + ' entry ' + [string][bool]$entry['Inherited'] + ' ' + (Get-EntryKey $entry))
    }
  }
  $sorted = [string[]]$lines.ToArray()
  [Array]::Sort($sorted, [StringComparer]::Ordinal)
  return $sorted
}

# Somebody else changes a setting meanwhile.
function Edit-RelayState {
  [CmdletBinding()]
  param([string]$Name, [string]$Setting, $Value)
  $state = Read-State
  foreach ($connector in $state['Connectors']) {
    if ($connector['Name'] -eq $Name) {
      $connector['Settings'][$Setting] = $Value
    }
  }
  Write-State $state
}

foreach ($relayName in ([string]$env:RELAY_MISSING).Split(' ')) {
  if ($relayName -ne '') {
    Remove-Item -LiteralPath ('Function:\' + $relayName)
  }
}
