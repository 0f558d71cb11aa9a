#                                   | Undoes remedy/EX01.ps1 on EX01: 4 resources.
#                                   | Compared: receiveConnectors with relay-policy.yaml.
#                                   | The answer was read at 2026-03-01T06:40:00Z by domain controller dc1.corp.example.
#                                   | It changes only what still is as the remedy left it.
#                                   | Run it in the Exchange Management Shell: .\rollback\EX01.ps1 -WhatIf, and then without -WhatIf; -Verbose tells more.
#                                   | What takes addresses, groups or rights away runs only with -AllowNarrowing; what adds some, or weakens authentication, only with -AllowWidening; removing only with -AllowRemoval.
#                                   | It ends with 0 if all of it is so, 1 if a connector stopped, 2 if something was left out.
#                                   | It changes a connector only if all that it would change is still as it was seen; another value stops that connector, and no other.
#                                   | It restarts no service: a change may take some minutes to be used, and sessions keep the limits that they began with.
#                                   | It cannot undo: receiveConnectors 'Old relay': once removed it comes back as another object of the same name
#                                   | It cannot undo: receiveConnectors 'Old relay': once removed it comes back without what was not read: RequireEHLODomain, DomainSecureEnabled, EnableAuthGSSAPI, ExtendedProtectionPolicy, SuppressXAnonymousTls, TlsCertificateName, ServiceDiscoveryFqdn, DefaultDomain, AdvertiseClientSettings, BareLinefeedRejectionEnabled, BinaryMimeEnabled, ChunkingEnabled, DeliveryStatusNotificationEnabled, EightBitMimeEnabled, EnhancedStatusCodesEnabled, PipeliningEnabled, LongAddressesEnabled, OrarEnabled, RejectReservedTopLevelRecipientDomains, RejectReservedSecondLevelRecipientDomains, RejectSingleLabelRecipientDomains, MessageRateLimit, MessageRateSource, MaxInboundConnection, MaxInboundConnectionPercentagePerSource, MaxHeaderSize, MaxLogonFailures, MaxProtocolErrors, MaxRecipientsPerMessage, AuthTarpitInterval, MaxAcknowledgementDelay, ProtocolLoggingLevel

#Requires -Version 2.0
[CmdletBinding(SupportsShouldProcess=$true)]
param(
  [switch]$AllowNarrowing,
  [switch]$AllowWidening,
  [switch]$AllowRemoval,
  [string]$DomainController = 'dc1.corp.example'
)
$server = 'EX01'
$edge = $false
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$run = @{ Changed = 0; Stopped = 0; LeftOut = 0 }
$at = @{ ErrorAction = 'Stop' }
$plan = @{}

function Say([string]$text) {
  Write-Host $text
}

function ValueOf($object, [string]$name) {
  $property = $object.PSObject.Properties[$name]
  if ($null -eq $property) {
    throw ('the answer of this server does not mention ' + $name)
  }
  return $property.Value
}

function TextOf($object, [string]$name) {
  return [string](ValueOf $object $name)
}

function Same([string]$one, [string]$other) {
  return ([string]::CompareOrdinal($one.ToUpperInvariant(), $other.ToUpperInvariant()) -eq 0)
}

function AddOnce($list, [string]$text) {
  if (-not $list.Contains($text)) {
    [void]$list.Add($text)
  }
}

# A size is printed in rounded units; only the bytes in the parentheses are exact.
function BytesOf([string]$text) {
  $open = $text.IndexOf('(')
  if ($open -lt 0) {
    return $text.ToUpperInvariant()
  }
  return [regex]::Replace($text.Substring($open), '[^0-9]', '')
}

# One text for all spellings of a value, the same for live and for deserialised objects.
function KeyOf($value, [string]$as) {
  if ($null -eq $value) {
    return ''
  }
  if ($as -eq 'list' -or $as -eq 'words') {
    $parts = New-Object Collections.ArrayList
    foreach ($one in @($value)) {
      $text = [string]$one
      if ($as -eq 'list') {
        AddOnce $parts ($text.Trim().ToUpperInvariant())
      } else {
        foreach ($word in $text.Split(',')) {
          $bare = $word.Trim().ToUpperInvariant()
          if ($bare -ne 'NONE' -and $bare -ne 'CUSTOM' -and $bare -ne '') {
            AddOnce $parts $bare
          }
        }
      }
    }
    $parts.Sort([StringComparer]::Ordinal)
    return [string]::Join([string][char]10, [string[]]$parts.ToArray())
  }
  $text = [string]$value
  if ($as -eq 'exact' -or $text -eq '') {
    return $text
  }
  if ($as -eq 'span') {
    $span = [TimeSpan]::Parse($text)
    return [string]$span.Ticks
  }
  if ($as -eq 'size') {
    return BytesOf $text
  }
  return $text.ToUpperInvariant()
}

function Equal($one, $other, [string]$as) {
  $left = KeyOf $one $as
  $right = KeyOf $other $as
  return ([string]::CompareOrdinal($left, $right) -eq 0)
}

function ShownOf($value) {
  $texts = New-Object Collections.ArrayList
  if ($null -ne $value) {
    foreach ($one in @($value)) {
      [void]$texts.Add([string]$one)
    }
  }
  $shown = [string]::Join(', ', [string[]]$texts.ToArray())
  if ($shown -eq '') {
    return 'nothing'
  }
  return $shown
}

# The access list holds SIDs; Windows translates their names.
function SidOf($user) {
  $name = [string]$user
  if ($name -eq 'anonymous') {
    return 'S-1-5-7'
  }
  if ($name.StartsWith('S-1-')) {
    return $name
  }
  $known = $user.PSObject.Properties['SecurityIdentifier']
  if ($null -ne $known) {
    $sid = [string]$known.Value
    if ($sid.StartsWith('S-1-')) {
      return $sid
    }
  }
  try {
    $account = New-Object Security.Principal.NTAccount($name)
    return [string]$account.Translate([Security.Principal.SecurityIdentifier])
  } catch {
    return $name.ToUpperInvariant()
  }
}

function NameOf([string]$user) {
  $sid = SidOf $user
  try {
    $account = New-Object Security.Principal.SecurityIdentifier($sid)
    return [string]$account.Translate([Security.Principal.NTAccount])
  } catch {
    return $sid
  }
}

function RightKeyOf([string]$effect, $user, [string]$right) {
  $sid = SidOf $user
  return ($effect + ' ' + $sid + ' ' + $right.ToUpperInvariant())
}

# Begins what is to be done about one connector.
function Connector([string]$name) {
  $plan.Clear()
  $plan['Name'] = $name
  $plan['Settings'] = New-Object Collections.ArrayList
  $plan['Todo'] = New-Object Collections.ArrayList
  $plan['Seen'] = New-Object Collections.ArrayList
  $plan['Hold'] = New-Object Collections.ArrayList
  $plan['Drop'] = New-Object Collections.ArrayList
  $plan['Keep'] = New-Object Collections.ArrayList
  $plan['Strict'] = $false
  $plan['Rights'] = ''
  $plan['Groups'] = ''
  $plan['Put'] = $false
  $plan['Begun'] = $false
  Say $name
}

# A setting that is changed only if it still is as it was seen.
function Change([string]$setting, [string]$as, $seen, $want, [string]$needs) {
  [void]$plan['Settings'].Add(@{ Setting = $setting; As = $as; Seen = $seen; Want = $want; Needs = $needs })
}

# A setting of a connector that is to be made, or that is to be recognised before it goes.
function Setting([string]$setting, [string]$as, $want, [string]$with) {
  [void]$plan['Settings'].Add(@{ Setting = $setting; As = $as; Want = $want; With = $with })
}

# An entry of the access list: Seen before, to Hold, to Drop, or to Keep when the groups change.
function Right([string]$list, [string]$effect, [string]$user, [string]$right) {
  $key = RightKeyOf $effect $user $right
  [void]$plan[$list].Add(@{ Effect = $effect; User = $user; Right = $right; Key = $key })
}

# The entries must still be as they were seen.
function SeenRights {
  $plan['Strict'] = $true
}

# The entries are to be changed for themselves, with the switches that this needs.
function ChangeRights([string]$needs) {
  $plan['Rights'] = 'rights ' + $needs
}

function Allowed([string]$needs) {
  if ($needs.Contains('narrowing') -and -not $AllowNarrowing) {
    return $false
  }
  if ($needs.Contains('widening') -and -not $AllowWidening) {
    return $false
  }
  return $true
}

function LeaveOut([string]$what, [string]$needs) {
  $run['LeftOut'] = $run['LeftOut'] + 1
  $switches = ''
  if ($needs.Contains('narrowing')) {
    $switches = $switches + ' -AllowNarrowing'
  }
  if ($needs.Contains('widening')) {
    $switches = $switches + ' -AllowWidening'
  }
  Say ('  left out: ' + $what + ' needs' + $switches)
}

# Every connector of the server, from one domain controller; an answer of another server is refused.
function All {
  $found = New-Object Collections.ArrayList
  foreach ($connector in @(Get-ReceiveConnector -Server $server @at)) {
    $identity = TextOf $connector 'Identity'
    $end = $identity.IndexOf('\')
    if ($end -lt 1) {
      throw ('a connector of no server: ' + $identity)
    }
    if (-not (Same ($identity.Substring(0, $end)) $server)) {
      throw ('this script is for ' + $server + ', and the answer is about ' + $identity)
    }
    [void]$found.Add($connector)
  }
  if ($found.Count -eq 0) {
    throw ($server + ' shows no connector at all, which no server is without')
  }
  return $found
}

# Exactly one: an unknown identity would bring every connector. Nothing if there is none.
function Find {
  $name = $plan['Name']
  $found = New-Object Collections.ArrayList
  foreach ($connector in @(All)) {
    $known = TextOf $connector 'Name'
    if (Same $known $name) {
      [void]$found.Add($connector)
    }
  }
  if ($found.Count -gt 1) {
    throw 'there is more than one connector of this name'
  }
  if ($found.Count -eq 1) {
    return $found[0]
  }
  return $null
}

function DnOf($connector) {
  $dn = TextOf $connector 'DistinguishedName'
  if ($dn -eq '') {
    throw 'the connector shows no distinguished name'
  }
  return $dn
}

# The connector's own entries, not the inherited ones, into a list of keys.
function ReadRights([string]$dn, $keys) {
  $entries = @(Get-ADPermission -Identity $dn @at)
  if ($entries.Count -eq 0) {
    throw 'no access entry came back, which no connector is without'
  }
  foreach ($entry in $entries) {
    $inherited = TextOf $entry 'IsInherited'
    $rights = ValueOf $entry 'ExtendedRights'
    if ($inherited -ne 'True' -and $null -ne $rights) {
      $effect = 'allow'
      $deny = TextOf $entry 'Deny'
      if ($deny -eq 'True') {
        $effect = 'deny'
      }
      foreach ($right in @($rights)) {
        $key = RightKeyOf $effect $entry.User ([string]$right)
        AddOnce $keys $key
      }
    }
  }
}

# Nothing to keep or to hold is missing, and nothing to drop is there.
function Held($keys) {
  foreach ($list in @('Keep', 'Hold')) {
    foreach ($right in $plan[$list]) {
      if (-not $keys.Contains($right['Key'])) {
        return $false
      }
    }
  }
  foreach ($right in $plan['Drop']) {
    if ($keys.Contains($right['Key'])) {
      return $false
    }
  }
  return $true
}

function AsSeen($keys) {
  $seen = New-Object Collections.ArrayList
  foreach ($right in $plan['Seen']) {
    AddOnce $seen $right['Key']
  }
  if ($seen.Count -ne $keys.Count) {
    return $false
  }
  foreach ($key in $keys) {
    if (-not $seen.Contains($key)) {
      return $false
    }
  }
  return $true
}

function PutRights([string]$dn) {
  $keys = New-Object Collections.ArrayList
  ReadRights $dn $keys
  foreach ($list in @('Keep', 'Hold')) {
    foreach ($right in $plan[$list]) {
      if (-not $keys.Contains($right['Key'])) {
        AddOnce $keys $right['Key']
        $entry = @{ User = NameOf $right['User']; ExtendedRights = $right['Right']; Confirm = $false }
        if ($right['Effect'] -eq 'deny') {
          $entry['Deny'] = $true
        }
        Write-Verbose ('adding ' + $right['Key'])
        [void](Add-ADPermission -Identity $dn @entry @at)
      }
    }
  }
  foreach ($right in $plan['Drop']) {
    if ($keys.Contains($right['Key'])) {
      $entry = @{ User = NameOf $right['User']; ExtendedRights = $right['Right']; Confirm = $false }
      if ($right['Effect'] -eq 'deny') {
        $entry['Deny'] = $true
      }
      Write-Verbose ('removing ' + $right['Key'])
      [void](Remove-ADPermission -Identity $dn @entry @at)
    }
  }
  $after = New-Object Collections.ArrayList
  ReadRights $dn $after
  if (-not (Held $after)) {
    throw 'read back: the access list is not as it was to be'
  }
}

# Exchange refuses a timeout that does not go with the other, so the two are set in one call.
function Together($values, $connector) {
  if ($values.Contains('ConnectionTimeout') -and -not $values.Contains('ConnectionInactivityTimeout')) {
    $values['ConnectionInactivityTimeout'] = TextOf $connector 'ConnectionInactivityTimeout'
  }
  if ($values.Contains('ConnectionInactivityTimeout') -and -not $values.Contains('ConnectionTimeout')) {
    $values['ConnectionTimeout'] = TextOf $connector 'ConnectionTimeout'
  }
}

# The connector again, with all of these settings as they are wanted.
function ReadBack($settings) {
  $connector = Find
  if ($null -eq $connector) {
    throw 'read back: the connector is not there'
  }
  foreach ($setting in $settings) {
    $live = ValueOf $connector $setting['Setting']
    if (-not (Equal $live $setting['Want'] $setting['As'])) {
      throw ('read back: ' + $setting['Setting'] + ' is ' + (ShownOf $live))
    }
  }
  return $connector
}

function Changed([string]$how) {
  $run['Changed'] = $run['Changed'] + 1
  Say ('  ' + $how + ' and read back')
}

# Gathers what differs; stops at what is neither as it was seen nor as it is wanted.
function CompareSettings($connector) {
  foreach ($change in $plan['Settings']) {
    $setting = $change['Setting']
    $live = ValueOf $connector $setting
    $state = 'left out'
    if (Equal $live $change['Want'] $change['As']) {
      Say ('  already so: ' + $setting)
      $state = 'settled'
    } elseif (-not (Equal $live $change['Seen'] $change['As'])) {
      throw ($setting + ' is ' + (ShownOf $live) + ', neither what was seen nor what is wanted')
    } elseif (Allowed $change['Needs']) {
      [void]$plan['Todo'].Add($change)
      $state = 'to do'
    } else {
      LeaveOut $setting $change['Needs']
    }
    if ($setting -eq 'PermissionGroups') {
      $plan['Groups'] = $state
    }
  }
}

# Exchange changes the access list when the groups change: then it is put right afterwards.
function CompareRights([string]$dn) {
  if ($plan['Groups'] -eq '' -or $plan['Groups'] -eq 'left out') {
    $plan['Keep'].Clear()
    if ($plan['Rights'] -eq '') {
      return
    }
  }
  $keys = New-Object Collections.ArrayList
  ReadRights $dn $keys
  $held = Held $keys
  if ($plan['Strict'] -and $plan['Groups'] -ne 'settled' -and -not $held -and -not (AsSeen $keys)) {
    throw 'the access list is neither as it was seen nor as it is wanted'
  }
  if (-not $held -and -not (Allowed $plan['Rights'])) {
    LeaveOut 'ExtendedRights' $plan['Rights']
    $plan['Hold'].Clear()
    $plan['Drop'].Clear()
    $held = Held $keys
  } elseif ($held -and $plan['Rights'] -ne '') {
    Say '  already so: ExtendedRights'
  }
  $plan['Put'] = ($plan['Groups'] -eq 'to do') -or -not $held
}

# Changes what differs of a connector that is there, in one call.
function Mend {
  $connector = Find
  if ($null -eq $connector) {
    throw 'there is no connector of this name'
  }
  $dn = DnOf $connector
  CompareSettings $connector
  CompareRights $dn
  $values = @{}
  $shown = New-Object Collections.ArrayList
  foreach ($change in $plan['Todo']) {
    $values[$change['Setting']] = $change['Want']
    [void]$shown.Add($change['Setting'] + ': ' + (ShownOf $change['Seen']) + ' -> ' + (ShownOf $change['Want']))
  }
  if ($plan['Put']) {
    [void]$shown.Add('put the access list right')
  }
  if ($shown.Count -eq 0) {
    return
  }
  $what = [string]::Join('; ', [string[]]$shown.ToArray())
  if (-not $PSCmdlet.ShouldProcess(($server + '\' + $plan['Name']), $what)) {
    return
  }
  $plan['Begun'] = $true
  if ($values.Count -gt 0) {
    Together $values $connector
    [void](Set-ReceiveConnector -Identity $dn -Confirm:$false @values @at)
  }
  if ($plan['Put']) {
    PutRights $dn
  }
  [void](ReadBack $plan['Todo'])
  Changed 'changed'
}

# Whether a connector is there already: as it was to be, or half made and still disabled.
function Recognise($connector, $enable) {
  $enabled = TextOf $connector 'Enabled'
  foreach ($setting in $plan['Settings']) {
    $live = ValueOf $connector $setting['Setting']
    $other = -not (Equal $live $setting['Want'] $setting['As'])
    if ($other -and ($enabled -eq 'True' -or $setting['With'] -eq 'New')) {
      throw ('a connector of this name is there, whose ' + $setting['Setting'] + ' is ' + (ShownOf $live))
    }
    if ($other) {
      $plan['Put'] = $true
    }
  }
  $dn = DnOf $connector
  $keys = New-Object Collections.ArrayList
  ReadRights $dn $keys
  $held = Held $keys
  if ($enabled -eq 'True' -and -not $held) {
    throw 'a connector of this name is there, with another access list'
  }
  if (-not $held -or -not (Same $enabled ([string]$enable))) {
    $plan['Put'] = $true
  }
}

# Makes a connector: disabled at first, completed, read back, and enabled last.
function Create([string]$usage, $enable) {
  $connector = Find
  $plan['Put'] = $null -eq $connector
  if ($null -ne $connector) {
    Recognise $connector $enable
  }
  if (-not $plan['Put']) {
    Say '  already so'
    return
  }
  if (-not (Allowed 'widening')) {
    LeaveOut 'making it' 'widening'
    return
  }
  if (-not $PSCmdlet.ShouldProcess(($server + '\' + $plan['Name']), 'make the connector, or complete it, and enable it last')) {
    return
  }
  $plan['Begun'] = $true
  $new = @{}
  $set = @{}
  foreach ($setting in $plan['Settings']) {
    if ($setting['With'] -eq 'New') {
      $new[$setting['Setting']] = $setting['Want']
    } else {
      $set[$setting['Setting']] = $setting['Want']
    }
  }
  if ($null -eq $connector) {
    [void](New-ReceiveConnector -Name $plan['Name'] -Server $server -Usage $usage -Enabled $false -Confirm:$false @new @at)
    $connector = Find
    if ($null -eq $connector) {
      throw 'read back: the connector is not there'
    }
  }
  $dn = DnOf $connector
  if ($set.Count -gt 0) {
    [void](Set-ReceiveConnector -Identity $dn -Confirm:$false @set @at)
  }
  PutRights $dn
  $connector = ReadBack $plan['Settings']
  if ($enable) {
    [void](Set-ReceiveConnector -Identity $dn -Enabled $true -Confirm:$false @at)
    $connector = ReadBack $plan['Settings']
    $enabled = TextOf $connector 'Enabled'
    if ($enabled -ne 'True') {
      throw 'read back: it is not enabled'
    }
  }
  Changed 'made'
}

# Takes a connector away in two runs: the first disables it, the second removes it.
function Retire {
  $connector = Find
  if ($null -eq $connector) {
    Say '  already gone'
    return
  }
  foreach ($setting in $plan['Settings']) {
    $live = ValueOf $connector $setting['Setting']
    if (-not (Equal $live $setting['Want'] $setting['As'])) {
      throw ($setting['Setting'] + ' is ' + (ShownOf $live) + ', not what was seen')
    }
  }
  $hybrid = $connector.PSObject.Properties['TlsDomainCapabilities']
  if ($null -ne $hybrid) {
    $domains = KeyOf $hybrid.Value 'list'
    if ($domains -ne '') {
      throw 'it belongs to hybrid mail flow, and is not removed'
    }
  }
  $dn = DnOf $connector
  if ($plan['Strict']) {
    $keys = New-Object Collections.ArrayList
    ReadRights $dn $keys
    if (-not (AsSeen $keys)) {
      throw 'the access list is not what was seen'
    }
  }
  $enabled = TextOf $connector 'Enabled'
  if ($enabled -eq 'True') {
    if (-not (Allowed 'narrowing')) {
      LeaveOut 'disabling it' 'narrowing'
    } elseif ($PSCmdlet.ShouldProcess(($server + '\' + $plan['Name']), 'disable')) {
      [void](Set-ReceiveConnector -Identity $dn -Enabled $false -Confirm:$false @at)
      $connector = ReadBack $plan['Settings']
      $enabled = TextOf $connector 'Enabled'
      if ($enabled -ne 'False') {
        throw 'read back: it is not disabled'
      }
      Changed 'disabled'
      $run['LeftOut'] = $run['LeftOut'] + 1
      Say '  to remove it, when nobody has missed it, run this again with -AllowRemoval'
    }
  } elseif (-not $AllowRemoval) {
    $run['LeftOut'] = $run['LeftOut'] + 1
    Say '  left out: removing it needs -AllowRemoval'
  } elseif ($PSCmdlet.ShouldProcess(($server + '\' + $plan['Name']), 'remove')) {
    [void](Remove-ReceiveConnector -Identity $dn -Confirm:$false @at)
    $connector = Find
    if ($null -ne $connector) {
      throw 'read back: it is still there'
    }
    Changed 'removed'
  }
}

function Stopped($failure) {
  $run['Stopped'] = $run['Stopped'] + 1
  Say ('  STOPPED: ' + $failure.Exception.Message)
  if ($plan['Begun']) {
    Say '  It may be changed in part: check the server again.'
  }
}

try {
  if (-not $edge -and $DomainController -eq '') {
    $first = @(Get-ReceiveConnector -Server $server @at)
    if ($first.Count -gt 0) {
      $DomainController = TextOf $first[0] 'OriginatingServer'
    }
    if ($DomainController -eq '') {
      throw 'no domain controller answers by its name; name one with -DomainController'
    }
  }
  if (-not $edge) {
    $at['DomainController'] = $DomainController
  }
  [void]@(All)
} catch {
  Say ('REFUSED, nothing is changed: ' + $_.Exception.Message)
  Say 'Run this in the Exchange Management Shell, on Edge on the server itself.'
  exit 1
}

#                                   | receiveConnectors 'Old relay'
#                                   |   undoes present -> remove it  (relay-policy.yaml:25:3)
try {
  Connector 'Old relay'
  Setting 'Comment' 'exact' ('for the '+[char]8220+'old'+[char]8221+' printers') 'New'
  Setting 'TransportRole' 'plain' 'FrontendTransport' 'New'
  Setting 'Bindings' 'list' @('192.0.2.1:2525') 'New'
  Setting 'RemoteIPRanges' 'list' @('203.0.113.7') 'New'
  Setting 'AuthMechanism' 'words' 'Tls' 'New'
  Setting 'PermissionGroups' 'words' 'AnonymousUsers' 'New'
  Setting 'RequireTLS' 'plain' $false 'New'
  Setting 'TlsDomainCapabilities' 'list' $null 'Set'
  Setting 'Fqdn' 'plain' 'ex01.corp.example' 'New'
  Setting 'Banner' 'exact' $null 'Set'
  Setting 'SmtpUtf8Enabled' 'plain' $true 'Set'
  Setting 'ConnectionTimeout' 'span' '00:10:00' 'New'
  Setting 'ConnectionInactivityTimeout' 'span' '00:05:00' 'New'
  Setting 'MaxInboundConnectionPerSource' 'plain' 20 'New'
  Setting 'MaxMessageSize' 'size' 37748736 'New'
  Setting 'MaxHopCount' 'plain' 60 'New'
  Setting 'MaxLocalHopCount' 'plain' 5 'New'
  Setting 'TarpitInterval' 'span' '00:00:05' 'New'
  Setting 'SizeEnabled' 'plain' 'Enabled' 'New'
  Right 'Hold' 'allow' 'anonymous' 'ms-Exch-SMTP-Accept-Any-Recipient'
  Right 'Hold' 'allow' 'anonymous' 'ms-Exch-SMTP-Submit'
  Create 'Custom' $true
} catch {
  Stopped $_
}

#                                   | receiveConnectors 'Default Frontend EX01'
#                                   |   undoes Banner: empty -> 220 ready  (relay-policy.yaml:29:5)
try {
  Connector 'Default Frontend EX01'
  Change 'Banner' 'exact' '220 ready' $null ''
  Mend
} catch {
  Stopped $_
}

#                                   | receiveConnectors 'Billing \u2019Relay\u2018'
#                                   |   undoes absent -> create it  (relay-policy.yaml:15:3)
try {
  Connector ('Billing '+[char]8217+'Relay'+[char]8216)
  Setting 'TransportRole' 'plain' 'FrontendTransport' 'New'
  Setting 'Bindings' 'list' @('0.0.0.0:25') 'New'
  Setting 'RemoteIPRanges' 'list' @('198.51.100.0/28') 'New'
  Setting 'AuthMechanism' 'words' 'Tls' 'New'
  Setting 'PermissionGroups' 'words' 'AnonymousUsers' 'New'
  Setting 'BareLinefeedRejectionEnabled' 'plain' $true 'Set'
  Retire
} catch {
  Stopped $_
}

#                                   | receiveConnectors 'Application Relay'
#                                   |   undoes Comment: who may: "SQL" -> who may: \u2018SQL\u2019, nobody else  (relay-policy.yaml:14:5)
#                                   |   undoes RemoteIPRanges: 192.0.2.11, 192.0.2.32/28 -> 192.0.2.11, 192.0.2.64/28  (relay-policy.yaml:10:5)
#                                   |   undoes PermissionGroups: AnonymousUsers -> AnonymousUsers, ExchangeUsers  (relay-policy.yaml:11:5)
#                                   |   undoes ExtendedRights: allow anonymous ms-Exch-Accept-Headers-Routing, allow anonymous ms-Exch-SMTP-Accept-Any-Sender, allow anonymous ms-Exch-SMTP-Accept-Authoritative-Domain-Sender, allow anonymous ms-Exch-SMTP-Submit -> allow anonymous ms-Exch-Accept-Headers-Routing, allow anonymous ms-Exch-SMTP-Accept-Any-Recipient, allow anonymous ms-Exch-SMTP-Accept-Any-Sender, allow anonymous ms-Exch-SMTP-Accept-Authoritative-Domain-Sender, allow anonymous ms-Exch-SMTP-Submit  (relay-policy.yaml:12:5)
#                                   |   undoes ConnectionTimeout: 00:10:00 -> 00:20:00  (relay-policy.yaml:9:5)
#                                   |   undoes MaxInboundConnectionPerSource: 20 -> 100  (relay-policy.yaml:7:5)
#                                   |   undoes MaxMessageSize: 36MB -> 50MB  (relay-policy.yaml:8:5)
#                                   |   undoes TarpitInterval: 00:00:05 -> 00:00:00  (relay-policy.yaml:6:5)
try {
  Connector 'Application Relay'
  Change 'Comment' 'exact' ('who may: '+[char]8216+'SQL'+[char]8217+', nobody else') 'who may: "SQL"' ''
  Change 'RemoteIPRanges' 'list' @('192.0.2.11', '192.0.2.64/28') @('192.0.2.11', '192.0.2.32-192.0.2.47') 'narrowing widening'
  Change 'PermissionGroups' 'words' 'AnonymousUsers, ExchangeUsers' 'AnonymousUsers' 'narrowing'
  Change 'ConnectionTimeout' 'span' '00:20:00' '00:10:00' ''
  Change 'MaxInboundConnectionPerSource' 'plain' 100 20 ''
  Change 'MaxMessageSize' 'size' 52428800 37748736 ''
  Change 'TarpitInterval' 'span' '00:00:00' '00:00:05' ''
  Right 'Keep' 'allow' 'anonymous' 'ms-Exch-Accept-Headers-Routing'
  Right 'Keep' 'allow' 'anonymous' 'ms-Exch-SMTP-Accept-Any-Sender'
  Right 'Keep' 'allow' 'anonymous' 'ms-Exch-SMTP-Accept-Authoritative-Domain-Sender'
  Right 'Keep' 'allow' 'anonymous' 'ms-Exch-SMTP-Submit'
  Right 'Drop' 'allow' 'anonymous' 'ms-Exch-SMTP-Accept-Any-Recipient'
  ChangeRights 'narrowing'
  Mend
} catch {
  Stopped $_
}

$counts = 'changed ' + [string]$run['Changed'] + ', left out ' + [string]$run['LeftOut']
Say ($counts + ', stopped ' + [string]$run['Stopped'])
if ($run['Stopped'] -gt 0) {
  exit 1
}
if ($run['LeftOut'] -gt 0) {
  exit 2
}
exit 0
