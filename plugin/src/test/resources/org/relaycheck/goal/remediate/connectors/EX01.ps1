#                                   | Fixes EX01: 1 to add, 9 to change, 1 to remove, 2 by hand.
#                                   | The plan, in this order:
#                                   |   1. add receiveConnectors 'Billing \u2019Relay\u2018'  (relay-policy.yaml:15:3)  needs -AllowWidening
#                                   |        TransportRole: FrontendTransport  (relay-policy.yaml:17:5)
#                                   |        Bindings: 0.0.0.0:25  (relay-policy.yaml:18:5)
#                                   |        RemoteIPRanges: 198.51.100.0/28  (relay-policy.yaml:19:5)
#                                   |        AuthMechanism: Tls  (relay-policy.yaml:20:5)
#                                   |        PermissionGroups: AnonymousUsers  (relay-policy.yaml:21:5)
#                                   |        ExtendedRights: containing allow anonymous ms-Exch-SMTP-Accept-Any-Recipient  (relay-policy.yaml:22:5)
#                                   |        BareLinefeedRejectionEnabled: true  (relay-policy.yaml:23:5)
#                                   |        MaxHopCount: 30 or 60  (relay-policy.yaml:24:5)
#                                   |   2. change receiveConnectors 'Application Relay'
#                                   |        Comment: who may: "SQL" -> who may: \u2018SQL\u2019, nobody else  (relay-policy.yaml:14:5)
#                                   |        RemoteIPRanges: 192.0.2.11, 192.0.2.32/28 -> 192.0.2.11, 192.0.2.64/28  (relay-policy.yaml:10:5)  needs -AllowNarrowing -AllowWidening
#                                   |        PermissionGroups: AnonymousUsers -> AnonymousUsers, ExchangeUsers  (relay-policy.yaml:11:5)  needs -AllowWidening
#                                   |        ExtendedRights: allow anonymous ms-Exch-Accept-Headers-Routing, allow anonymous ms-Exch-SMTP-Accept-Any-Sender, allow anonymous ms-Exch-SMTP-Accept-Authoritative-Domain-Sender, allow anonymous ms-Exch-SMTP-Submit -> allow anonymous ms-Exch-Accept-Headers-Routing, allow anonymous ms-Exch-SMTP-Accept-Any-Recipient, allow anonymous ms-Exch-SMTP-Accept-Any-Sender, allow anonymous ms-Exch-SMTP-Accept-Authoritative-Domain-Sender, allow anonymous ms-Exch-SMTP-Submit  (relay-policy.yaml:12:5)  needs -AllowWidening
#                                   |        ConnectionTimeout: 00:10:00 -> 00:20:00  (relay-policy.yaml:9:5)
#                                   |        MaxInboundConnectionPerSource: 20 -> 100  (relay-policy.yaml:7:5)
#                                   |        MaxMessageSize: 36MB -> 50MB  (relay-policy.yaml:8:5)
#                                   |        TarpitInterval: 00:00:05 -> 00:00:00  (relay-policy.yaml:6:5)
#                                   |   3. change receiveConnectors 'Default Frontend EX01'
#                                   |        Banner: empty -> 220 ready  (relay-policy.yaml:29:5)
#                                   |   4. remove receiveConnectors 'Old relay'  (relay-policy.yaml:25:3)  needs -AllowNarrowing -AllowRemoval
#                                   |   By hand: Application Relay, MaxLocalHopCount: 5 -> 8  (relay-policy.yaml:13:5): it belongs to Exchange setup, which sets it again; change it there
#                                   |   By hand: Default Frontend EX01, PermissionGroups: AnonymousUsers, ExchangeServers -> ExchangeServers  (relay-policy.yaml:28:5): Exchange setup made this connector, and mail may depend on AnonymousUsers: no script takes it away
#                                   | Compared: receiveConnectors with relay-policy.yaml.
#                                   | The answer was read at 2026-03-01T06:40:00Z by domain controller dc1.corp.example.
#                                   | What it fixes can be brought back by rollback/EX01.ps1.
#                                   | Keep this folder, and not in target, which mvn clean deletes: no later run writes the same rollback again.
#                                   | Run it in the Exchange Management Shell: .\EX01.ps1 -WhatIf, which prints the plan with what would be left out now, and then without -WhatIf; -Verbose shows more. Pasted, or sent by Invoke-Command -FilePath, it has none of its switches.
#                                   | What takes addresses, groups or rights away runs only with -AllowNarrowing; what adds some, or weakens authentication, only with -AllowWidening; removing only with -AllowRemoval.
#                                   | It ends with 0 if all of it is so, 1 if a connector stopped, 2 if something was left out.
#                                   | No service restarts: a change may take some minutes to be used, and sessions keep the limits that they began with.
#                                   | It changes a connector only if all that it would change is still as it was seen; another value stops that connector, and no other.
#                                   | It reads a connector again right before it changes it. Exchange cannot change a value only if it is still the one that was read: who changes the same setting in the moment between is overwritten.
#                                   | Before its first change it makes sure that every cmdlet is there which it needs: the management roles are "Receive Connectors" and, for access lists, "Active Directory Permissions".
#                                   | Mind: receiveConnectors 'Billing \u2019Relay\u2018': making it widens who may send, so it needs -AllowWidening
#                                   | Mind: receiveConnectors 'Billing \u2019Relay\u2018': Bindings gains 0.0.0.0:25
#                                   | Mind: receiveConnectors 'Billing \u2019Relay\u2018': RemoteIPRanges gains 198.51.100.0/28
#                                   | Mind: receiveConnectors 'Billing \u2019Relay\u2018': PermissionGroups gains AnonymousUsers
#                                   | Mind: receiveConnectors 'Billing \u2019Relay\u2018': ExtendedRights gains allow anonymous ms-Exch-SMTP-Accept-Any-Recipient
#                                   | Mind: receiveConnectors 'Billing \u2019Relay\u2018': it is made without MaxHopCount: several values would do; state the one to write as 'set'
#                                   | Mind: receiveConnectors 'Application Relay': RemoteIPRanges gains 192.0.2.64/28 (needs -AllowWidening)
#                                   | Mind: receiveConnectors 'Application Relay': RemoteIPRanges loses 192.0.2.32/28 (needs -AllowNarrowing)
#                                   | Mind: receiveConnectors 'Application Relay': PermissionGroups gains ExchangeUsers (needs -AllowWidening)
#                                   | Mind: receiveConnectors 'Application Relay': ExtendedRights gains allow anonymous ms-Exch-SMTP-Accept-Any-Recipient (needs -AllowWidening)
#                                   | Mind: receiveConnectors 'Old relay': disabling it needs -AllowNarrowing; removing it needs -AllowRemoval too: disable it first, and remove it when nobody has missed it
#                                   | The rollback cannot undo: receiveConnectors 'Old relay': once removed it comes back as another object of the same name
#                                   | The rollback cannot undo: receiveConnectors 'Old relay': once removed it comes back without what was not read: RequireEHLODomain, DomainSecureEnabled, EnableAuthGSSAPI, ExtendedProtectionPolicy, SuppressXAnonymousTls, TlsCertificateName, ServiceDiscoveryFqdn, DefaultDomain, AdvertiseClientSettings, BareLinefeedRejectionEnabled, BinaryMimeEnabled, ChunkingEnabled, DeliveryStatusNotificationEnabled, EightBitMimeEnabled, EnhancedStatusCodesEnabled, PipeliningEnabled, LongAddressesEnabled, OrarEnabled, RejectReservedTopLevelRecipientDomains, RejectReservedSecondLevelRecipientDomains, RejectSingleLabelRecipientDomains, MessageRateLimit, MessageRateSource, MaxInboundConnection, MaxInboundConnectionPercentagePerSource, MaxHeaderSize, MaxLogonFailures, MaxProtocolErrors, MaxRecipientsPerMessage, AuthTarpitInterval, MaxAcknowledgementDelay, ProtocolLoggingLevel

#Requires -Version 2.0
[CmdletBinding(SupportsShouldProcess=$true)]
param(
  [switch]$AllowNarrowing,
  [switch]$AllowWidening,
  [switch]$AllowRemoval,
  [string]$DomainController = 'dc1.corp.example'
)
$relay = @{ Cmdlet = $PSCmdlet }
$relay['Server'] = 'EX01'
$relay['Edge'] = $false

function Invoke-RelayScript {
  #                                   | receiveConnectors 'Billing \u2019Relay\u2018'
  #                                   |   TransportRole: A relay connector on port 25 of a Mailbox server belongs to FrontendTransport; both services cannot listen on one address and port.
  #                                   |   Bindings: An address that the server does not have can keep the transport service from starting the next time. A script writes the whole list.
  #                                   |   RemoteIPRanges: Of several connectors on one port the one with the narrowest fitting range answers. Behind a load balancer the balancer's address may be what Exchange sees. A script writes the whole list.
  #                                   |   AuthMechanism: ExternalAuthoritative trusts every client without a login; it goes only with Tls, and needs ExchangeServers in PermissionGroups. BasicAuthRequireTLS needs BasicAuth and Tls.
  #                                   |   PermissionGroups: An anonymous relay needs AnonymousUsers here and the right to send to any recipient among ExtendedRights. Edge has neither ExchangeUsers nor ExchangeLegacyServers.
  #                                   |   ExtendedRights: ms-Exch-SMTP-Accept-Any-Recipient is the right to relay. For anonymous, on a connector that serves every address, it makes an open relay.
  #                                   |   BareLinefeedRejectionEnabled: Old scripts and devices send such messages. Only Set- takes it.
  #                                   |   MaxHopCount: Stops loops. What is documented (30) and what servers have (60) differ; a DISA rule asks for 60.
  Start-RelayConnector ('Billing '+[char]8217+'Relay'+[char]8216)
  Add-RelaySetting 'TransportRole' 'plain' 'FrontendTransport' 'New'
  Add-RelaySetting 'Bindings' 'list' @('0.0.0.0:25') 'New'
  Add-RelaySetting 'RemoteIPRanges' 'list' @('198.51.100.0/28') 'New'
  Add-RelaySetting 'AuthMechanism' 'words' 'Tls' 'New'
  Add-RelaySetting 'PermissionGroups' 'words' 'AnonymousUsers' 'New'
  Add-RelaySetting 'BareLinefeedRejectionEnabled' 'plain' $true 'Set'
  Add-RelayRight 'Hold' 'allow' 'anonymous' 'ms-Exch-SMTP-Accept-Any-Recipient'
  New-RelayConnector 'Custom' $true
  #                                   | receiveConnectors 'Application Relay'
  #                                   |   Comment: The place to say who may relay and why.
  #                                   |   RemoteIPRanges: Of several connectors on one port the one with the narrowest fitting range answers. Behind a load balancer the balancer's address may be what Exchange sees. A script writes the whole list.
  #                                   |   The policy's reason: 192.0.2.64/28 (desk\u000a#> */ $(x), CHG-0815)
  #                                   |   PermissionGroups: An anonymous relay needs AnonymousUsers here and the right to send to any recipient among ExtendedRights. Edge has neither ExchangeUsers nor ExchangeLegacyServers.
  #                                   |   ExtendedRights: ms-Exch-SMTP-Accept-Any-Recipient is the right to relay. For anonymous, on a connector that serves every address, it makes an open relay.
  #                                   |   ConnectionTimeout: Must be longer than ConnectionInactivityTimeout.
  #                                   |   MaxInboundConnectionPerSource: Database Mail opens many connections when it sends in bulk; with the default of 20, refusals were reported from about a hundred mails on. MaxInboundConnectionPercentagePerSource limits the same thing: the smaller one binds, so raise both.
  #                                   |   MaxMessageSize: The smallest of organisation, connector and mailbox limit counts; reports from Database Mail grow.
  #                                   |   TarpitInterval: Each wrong recipient of an anonymous bulk sender costs this time. Authenticated sessions are never delayed.
  #                                   |   The policy's reason: it\u2019s bulk mail; $(x) `y
  Start-RelayConnector 'Application Relay'
  Add-RelayChange 'Comment' 'exact' 'who may: "SQL"' ('who may: '+[char]8216+'SQL'+[char]8217+', nobody else') ''
  Add-RelayChange 'RemoteIPRanges' 'list' @('192.0.2.11', '192.0.2.32-192.0.2.47') @('192.0.2.11', '192.0.2.64/28') 'narrowing widening'
  Add-RelayChange 'PermissionGroups' 'words' 'AnonymousUsers' 'AnonymousUsers, ExchangeUsers' 'widening'
  Add-RelayChange 'ConnectionTimeout' 'span' '00:10:00' '00:20:00' ''
  Add-RelayChange 'MaxInboundConnectionPerSource' 'plain' 20 100 ''
  Add-RelayChange 'MaxMessageSize' 'size' 37748736 52428800 ''
  Add-RelayChange 'TarpitInterval' 'span' '00:00:05' '00:00:00' ''
  Add-RelayRight 'Seen' 'allow' 'anonymous' 'ms-Exch-Accept-Headers-Routing'
  Add-RelayRight 'Seen' 'allow' 'anonymous' 'ms-Exch-SMTP-Accept-Any-Sender'
  Add-RelayRight 'Seen' 'allow' 'anonymous' 'ms-Exch-SMTP-Accept-Authoritative-Domain-Sender'
  Add-RelayRight 'Seen' 'allow' 'anonymous' 'ms-Exch-SMTP-Submit'
  Compare-RelayRights
  Add-RelayRight 'Keep' 'allow' 'anonymous' 'ms-Exch-Accept-Headers-Routing'
  Add-RelayRight 'Keep' 'allow' 'anonymous' 'ms-Exch-SMTP-Accept-Any-Sender'
  Add-RelayRight 'Keep' 'allow' 'anonymous' 'ms-Exch-SMTP-Accept-Authoritative-Domain-Sender'
  Add-RelayRight 'Keep' 'allow' 'anonymous' 'ms-Exch-SMTP-Submit'
  Add-RelayRight 'Hold' 'allow' 'anonymous' 'ms-Exch-SMTP-Accept-Any-Recipient'
  Set-RelayRights 'widening'
  Update-RelayConnector
  #                                   | receiveConnectors 'Default Frontend EX01'
  #                                   |   Banner: Hardening guides ask for a line that reveals nothing.
  Start-RelayConnector 'Default Frontend EX01'
  Add-RelayChange 'Banner' 'exact' $null '220 ready' ''
  Update-RelayConnector
  #                                   | receiveConnectors 'Old relay'
  Start-RelayConnector 'Old relay'
  Add-RelaySetting 'Comment' 'exact' ('for the '+[char]8220+'old'+[char]8221+' printers') 'New'
  Add-RelaySetting 'TransportRole' 'plain' 'FrontendTransport' 'New'
  Add-RelaySetting 'Bindings' 'list' @('192.0.2.1:2525') 'New'
  Add-RelaySetting 'RemoteIPRanges' 'list' @('203.0.113.7') 'New'
  Add-RelaySetting 'AuthMechanism' 'words' 'Tls' 'New'
  Add-RelaySetting 'PermissionGroups' 'words' 'AnonymousUsers' 'New'
  Add-RelaySetting 'RequireTLS' 'plain' $false 'New'
  Add-RelaySetting 'TlsDomainCapabilities' 'list' $null 'Set'
  Add-RelaySetting 'Fqdn' 'plain' 'ex01.corp.example' 'New'
  Add-RelaySetting 'Banner' 'exact' $null 'Set'
  Add-RelaySetting 'SmtpUtf8Enabled' 'plain' $true 'Set'
  Add-RelaySetting 'ConnectionTimeout' 'span' '00:10:00' 'New'
  Add-RelaySetting 'ConnectionInactivityTimeout' 'span' '00:05:00' 'New'
  Add-RelaySetting 'MaxInboundConnectionPerSource' 'plain' 20 'New'
  Add-RelaySetting 'MaxMessageSize' 'size' 37748736 'New'
  Add-RelaySetting 'MaxHopCount' 'plain' 60 'New'
  Add-RelaySetting 'MaxLocalHopCount' 'plain' 5 'New'
  Add-RelaySetting 'TarpitInterval' 'span' '00:00:05' 'New'
  Add-RelaySetting 'SizeEnabled' 'plain' 'Enabled' 'New'
  Add-RelayRight 'Seen' 'allow' 'anonymous' 'ms-Exch-SMTP-Accept-Any-Recipient'
  Add-RelayRight 'Seen' 'allow' 'anonymous' 'ms-Exch-SMTP-Submit'
  Compare-RelayRights
  Remove-RelayConnector
  Complete-RelayScript
}

$relay['Changed'] = 0
$relay['Stopped'] = 0
$relay['LeftOut'] = 0
$relay['Would'] = 0
$relay['Code'] = 1
$relay['Steps'] = New-Object Collections.ArrayList
$relay['Names'] = @{}
$relay['Waits'] = @{}
$relay['Sids'] = @{}
$relayAt = @{ ErrorAction = 'Stop' }

function Write-RelayLine([string]$text) {
  Write-Host $text
}

function Get-RelayValue($object, [string]$name) {
  $property = $object.PSObject.Properties[$name]
  if ($null -eq $property) {
    throw ('the answer of this server does not mention ' + $name)
  }
  return $property.Value
}

function Get-RelayText($object, [string]$name) {
  return [string](Get-RelayValue $object $name)
}

function Test-RelaySame([string]$one, [string]$other) {
  return ([string]::CompareOrdinal($one.ToUpperInvariant(), $other.ToUpperInvariant()) -eq 0)
}

function Add-RelayOnce($list, [string]$text) {
  if (-not $list.Contains($text)) {
    [void]$list.Add($text)
  }
}

# A size is printed in rounded units; only the bytes in the parentheses are exact.
function Get-RelayBytes([string]$text) {
  $open = $text.IndexOf([char]40)
  if ($open -lt 0) {
    return $text.ToUpperInvariant()
  }
  return [regex]::Replace($text.Substring($open), '[^0-9]', '')
}

# One text for all spellings of a value, the same for live and for deserialised objects.
function Get-RelayKey($value, [string]$as) {
  if ($null -eq $value) {
    return ''
  }
  if ($as -eq 'list' -or $as -eq 'words') {
    $parts = New-Object Collections.ArrayList
    foreach ($one in @($value)) {
      $text = [string]$one
      if ($as -eq 'list') {
        Add-RelayOnce $parts ($text.Trim().ToUpperInvariant())
      } else {
        foreach ($word in $text.Split(',')) {
          $bare = $word.Trim().ToUpperInvariant()
          if ($bare -ne 'NONE' -and $bare -ne 'CUSTOM' -and $bare -ne '') {
            Add-RelayOnce $parts $bare
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
    return Get-RelayBytes $text
  }
  return $text.ToUpperInvariant()
}

function Test-RelayEqual($one, $other, [string]$as) {
  $left = Get-RelayKey $one $as
  $right = Get-RelayKey $other $as
  return ([string]::CompareOrdinal($left, $right) -eq 0)
}

function Format-RelayValue($value) {
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

# ---- what is to be done: each of these only notes it ----

function Start-RelayConnector([string]$name) {
  $step = @{ Name = $name; Kind = ''; Usage = ''; Enable = $true; Strict = $false; Exact = $false; Rights = ''; Groups = ''; Put = $false; Begun = $false; SetCalled = $false; Failure = '' }
  foreach ($list in @('Settings', 'Todo', 'Seen', 'Hold', 'Drop', 'Keep', 'Added')) {
    $step[$list] = New-Object Collections.ArrayList
  }
  [void]$relay['Steps'].Add($step)
  $relay['Step'] = $step
}

# A setting that is changed only if it still is as it was seen.
function Add-RelayChange([string]$setting, [string]$as, $seen, $want, [string]$needs) {
  $step = $relay['Step']
  [void]$step['Settings'].Add(@{ Setting = $setting; As = $as; Seen = $seen; Want = $want; Later = $want; Passage = $false; Needs = $needs })
}

# A list that is widened first, and comes to its end when another connector has moved.
function Add-RelayPassage([string]$setting, [string]$as, $seen, $want, $later, [string]$needs) {
  $step = $relay['Step']
  [void]$step['Settings'].Add(@{ Setting = $setting; As = $as; Seen = $seen; Want = $want; Later = $later; Passage = $true; Needs = $needs })
}

# A setting of a connector that is to be made, or that is to be recognised before it goes.
function Add-RelaySetting([string]$setting, [string]$as, $want, [string]$with) {
  $step = $relay['Step']
  [void]$step['Settings'].Add(@{ Setting = $setting; As = $as; Want = $want; With = $with })
}

# An entry of the access list: Seen before, to Hold, to Drop, or to Keep when the groups change.
function Add-RelayRight([string]$list, [string]$effect, [string]$user, [string]$right) {
  $step = $relay['Step']
  [void]$step[$list].Add(@{ Effect = $effect; User = $user; Right = $right; Key = ''; Account = '' })
}

# The entries must still be as they were seen.
function Compare-RelayRights {
  $step = $relay['Step']
  $step['Strict'] = $true
}

# The entries are to be changed for themselves, with the switches that this needs.
function Set-RelayRights([string]$needs) {
  $step = $relay['Step']
  $step['Rights'] = 'rights ' + $needs
}

# The entries of a connector that is made are these and no others, whatever its groups bring.
function Limit-RelayRights {
  $step = $relay['Step']
  $step['Exact'] = $true
}

# Changes what differs of a connector that is there.
function Update-RelayConnector {
  $step = $relay['Step']
  $step['Kind'] = 'update'
}

# Makes a connector: disabled at first, completed, read back, and enabled last.
function New-RelayConnector([string]$usage, $enable) {
  $step = $relay['Step']
  $step['Kind'] = 'new'
  $step['Usage'] = $usage
  $step['Enable'] = $enable
}

# Disables a connector, or takes it away.
function Remove-RelayConnector {
  $step = $relay['Step']
  $step['Kind'] = 'remove'
}

# ---- switches ----

function Test-RelayAllowed([string]$needs) {
  if ($needs.Contains('narrowing') -and -not $AllowNarrowing) {
    return $false
  }
  if ($needs.Contains('widening') -and -not $AllowWidening) {
    return $false
  }
  if ($needs.Contains('removal') -and -not $AllowRemoval) {
    return $false
  }
  return $true
}

function Skip-RelayPart([string]$what, [string]$needs) {
  $relay['LeftOut'] = $relay['LeftOut'] + 1
  $switches = ''
  if ($needs.Contains('narrowing')) {
    $switches = $switches + ' -AllowNarrowing'
  }
  if ($needs.Contains('widening')) {
    $switches = $switches + ' -AllowWidening'
  }
  if ($needs.Contains('removal')) {
    $switches = $switches + ' -AllowRemoval'
  }
  Write-RelayLine ('  left out: ' + $what + ' needs' + $switches)
}

# Whether to do these parts now: with -WhatIf they are told, a line each, and nothing is done.
function Test-RelayGo($step, $parts) {
  if ($WhatIfPreference) {
    $relay['Would'] = $relay['Would'] + 1
    foreach ($part in @($parts)) {
      Write-RelayLine ('  would ' + $part)
    }
    return $false
  }
  $what = [string]::Join('; ', [string[]]@($parts))
  return $relay['Cmdlet'].ShouldProcess(($relay['Server'] + '\' + $step['Name']), $what)
}

# What a change does; with -WhatIf what is left out is told as fully as what would be done.
function Format-RelayChange($change) {
  return ($change['Setting'] + ': ' + (Format-RelayValue $change['Seen']) + ' -> ' + (Format-RelayValue $change['Want']))
}

function Get-RelayPart($change) {
  if ($WhatIfPreference) {
    return (Format-RelayChange $change)
  }
  return $change['Setting']
}

# What a list of access entries is, for people.
function Add-RelayRightParts($parts, [string]$verb, $rights) {
  foreach ($right in @($rights)) {
    [void]$parts.Add($verb + ' the right ' + $right['Right'] + ', ' + $right['Effect'] + ' ' + $right['User'])
  }
}

# ---- connectors ----

# Every connector of the server, from one domain controller; an answer of another server is refused.
function Get-RelayConnectors {
  $found = New-Object Collections.ArrayList
  foreach ($connector in @(Get-ReceiveConnector -Server $relay['Server'] @relayAt)) {
    $identity = Get-RelayText $connector 'Identity'
    $end = $identity.IndexOf([char]92)
    if ($end -lt 1) {
      throw ('a connector of no server: ' + $identity)
    }
    if (-not (Test-RelaySame ($identity.Substring(0, $end)) $relay['Server'])) {
      throw ('this script is for ' + $relay['Server'] + ', and the answer is about ' + $identity)
    }
    [void]$found.Add($connector)
  }
  if ($found.Count -eq 0) {
    throw ($relay['Server'] + ' shows no connector at all, but every server has some')
  }
  return $found
}

# Exactly one: an unknown identity would bring every connector. Nothing if there is none.
function Find-RelayConnector($step) {
  $found = New-Object Collections.ArrayList
  foreach ($connector in @(Get-RelayConnectors)) {
    $known = Get-RelayText $connector 'Name'
    if (Test-RelaySame $known $step['Name']) {
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

function Get-RelayDn($connector) {
  $dn = Get-RelayText $connector 'DistinguishedName'
  if ($dn -eq '') {
    throw 'the connector shows no distinguished name'
  }
  return $dn
}

# The connector again, with all of these settings as they are wanted.
function Get-RelayResult($step, $settings) {
  $connector = Find-RelayConnector $step
  if ($null -eq $connector) {
    throw 'read back: the connector is not there'
  }
  foreach ($setting in @($settings)) {
    $live = Get-RelayValue $connector $setting['Setting']
    if (-not (Test-RelayEqual $live $setting['Want'] $setting['As'])) {
      throw ('read back: ' + $setting['Setting'] + ' is ' + (Format-RelayValue $live))
    }
  }
  return $connector
}

function Complete-RelayStep([string]$how) {
  $relay['Changed'] = $relay['Changed'] + 1
  Write-RelayLine ('  ' + $how + ' and read back')
}

# ---- accounts and access lists ----

# The SID of an account: as an access list shows it, or as Windows finds it; else its name.
function Get-RelaySid($user) {
  $name = [string]$user
  if ($name -eq 'anonymous' -or $name -eq 'NT AUTHORITY\ANONYMOUS LOGON') {
    return 'S-1-5-7'
  }
  if ($name -eq 'NT AUTHORITY\Authenticated Users') {
    return 'S-1-5-11'
  }
  if (Test-RelaySid $name) {
    return $name
  }
  $known = $user.PSObject.Properties['SecurityIdentifier']
  if ($null -ne $known) {
    $sid = [string]$known.Value
    if (Test-RelaySid $sid) {
      return $sid
    }
  }
  $sids = $relay['Sids']
  if ($sids.Contains($name)) {
    return $sids[$name]
  }
  try {
    $account = New-Object Security.Principal.NTAccount($name)
    return [string]$account.Translate([Security.Principal.SecurityIdentifier])
  } catch {
    return $name.ToUpperInvariant()
  }
}

function Test-RelaySid([string]$name) {
  if ($name.Length -lt 5) {
    return $false
  }
  return (Test-RelaySame ($name.Substring(0, 4)) 'S-1-')
}

# Notes how this server spells an account: Windows here may speak another language than there.
function Add-RelayName([string]$sid, [string]$shown) {
  $names = $relay['Names']
  if (-not (Test-RelaySid $shown) -and -not $names.Contains($sid)) {
    $sids = $relay['Sids']
    $names[$sid] = $shown
    $sids[$shown] = $sid
  }
}

# The name that Exchange is given: as an access list of the server spells it, else as Windows does.
function Get-RelayAccount([string]$user) {
  $sid = Get-RelaySid $user
  $names = $relay['Names']
  if ($names.Contains($sid)) {
    return $names[$sid]
  }
  if (-not (Test-RelaySid $sid)) {
    throw ('there is no account ' + $user + ': neither an access list of ' + $relay['Server'] + ' shows it nor does Windows find it here')
  }
  try {
    $account = New-Object Security.Principal.SecurityIdentifier($sid)
    return [string]$account.Translate([Security.Principal.NTAccount])
  } catch {
    return $sid
  }
}

function Test-RelayHas($rights, [string]$key) {
  foreach ($right in @($rights)) {
    if ([string]::CompareOrdinal($right['Key'], $key) -eq 0) {
      return $true
    }
  }
  return $false
}

function Test-RelayCovered($some, $all) {
  foreach ($right in @($some)) {
    if (-not (Test-RelayHas $all $right['Key'])) {
      return $false
    }
  }
  return $true
}

# The connector's own entries, not the inherited ones, into a list.
function Read-RelayRights([string]$dn, $own) {
  $entries = @(Get-ADPermission -Identity $dn @relayAt)
  if ($entries.Count -eq 0) {
    throw 'no access entry came back, which no connector is without'
  }
  foreach ($entry in $entries) {
    $user = Get-RelayValue $entry 'User'
    $sid = Get-RelaySid $user
    $shown = [string]$user
    Add-RelayName $sid $shown
    $inherited = Get-RelayText $entry 'IsInherited'
    $rights = Get-RelayValue $entry 'ExtendedRights'
    if ($inherited -ne 'True' -and $null -ne $rights) {
      $effect = 'allow'
      $deny = Get-RelayText $entry 'Deny'
      if ($deny -eq 'True') {
        $effect = 'deny'
      }
      foreach ($one in @($rights)) {
        $right = [string]$one
        $key = $effect + ' ' + $sid + ' ' + $right.ToUpperInvariant()
        if (-not (Test-RelayHas $own $key)) {
          [void]$own.Add(@{ Effect = $effect; User = $shown; Right = $right; Key = $key; Account = $shown })
        }
      }
    }
  }
}

# Nothing to keep or to hold is missing, and nothing that is to go is there.
function Test-RelayHeld($step, $own) {
  if (-not (Test-RelayCovered $step['Keep'] $own) -or -not (Test-RelayCovered $step['Hold'] $own)) {
    return $false
  }
  foreach ($right in @($own)) {
    if (Test-RelayGoes $step $right) {
      return $false
    }
  }
  return $true
}

function Test-RelayGoes($step, $right) {
  if (Test-RelayHas $step['Drop'] $right['Key']) {
    return $true
  }
  return ($step['Exact'] -and -not (Test-RelayHas $step['Hold'] $right['Key']))
}

function Get-RelayParameters($right) {
  $entry = @{ User = $right['Account']; ExtendedRights = $right['Right']; Confirm = $false }
  if ($right['Effect'] -eq 'deny') {
    $entry['Deny'] = $true
  }
  return $entry
}

# Adds what is not there.
function Add-RelayMissing([string]$dn, $step, $own) {
  foreach ($list in @('Keep', 'Hold')) {
    foreach ($right in @($step[$list])) {
      if (-not (Test-RelayHas $own $right['Key'])) {
        [void]$own.Add($right)
        [void]$step['Added'].Add($right)
        $entry = Get-RelayParameters $right
        Write-Verbose ('adding ' + $right['Key'])
        [void](Add-ADPermission -Identity $dn @entry @relayAt)
      }
    }
  }
}

function Remove-RelayRight([string]$dn, $right) {
  $entry = Get-RelayParameters $right
  Write-Verbose ('removing ' + $right['Key'])
  [void](Remove-ADPermission -Identity $dn @entry @relayAt)
}

# Brings the access list to what is wanted: what is lacking first, what narrows last.
function Complete-RelayRights([string]$dn, $step) {
  $own = New-Object Collections.ArrayList
  Read-RelayRights $dn $own
  Add-RelayMissing $dn $step $own
  foreach ($right in @($own)) {
    if (Test-RelayGoes $step $right) {
      Remove-RelayRight $dn $right
    }
  }
  $after = New-Object Collections.ArrayList
  Read-RelayRights $dn $after
  if (-not (Test-RelayHeld $step $after)) {
    throw 'read back: the access list is not as it was to be'
  }
}

# ---- a connector that is there ----

# Gathers what differs; stops at what is neither as it was seen nor as it is wanted.
function Compare-RelaySettings($step, $connector) {
  $waits = $relay['Waits']
  foreach ($change in @($step['Settings'])) {
    $setting = $change['Setting']
    $live = Get-RelayValue $connector $setting
    $state = 'left out'
    if ((Test-RelayEqual $live $change['Want'] $change['As']) -or (Test-RelayEqual $live $change['Later'] $change['As'])) {
      Write-RelayLine ('  already so: ' + $setting)
      $state = 'settled'
    } elseif ($waits.Contains($step['Name'] + '\' + $setting)) {
      Skip-RelayPart (Get-RelayPart $change) $change['Needs']
    } elseif (-not (Test-RelayEqual $live $change['Seen'] $change['As'])) {
      throw ($setting + ' is ' + (Format-RelayValue $live) + ', neither what was seen nor what is wanted')
    } elseif (Test-RelayAllowed $change['Needs']) {
      [void]$step['Todo'].Add($change)
      $state = 'to do'
    } else {
      Skip-RelayPart (Get-RelayPart $change) $change['Needs']
      if ($change['Passage']) {
        $waits[$step['Name'] + '\' + $setting] = $true
      }
    }
    if ($setting -eq 'PermissionGroups') {
      $step['Groups'] = $state
    }
  }
}

# Exchange changes the access list when the groups change: then it is put right afterwards.
function Compare-RelayEntries($step, [string]$dn, $own) {
  if ($step['Groups'] -eq '' -or $step['Groups'] -eq 'left out') {
    $step['Keep'].Clear()
    if ($step['Rights'] -eq '') {
      return
    }
  }
  Read-RelayRights $dn $own
  $held = Test-RelayHeld $step $own
  $seen = (Test-RelayCovered $step['Seen'] $own) -and (Test-RelayCovered $own $step['Seen'])
  if ($step['Strict'] -and $step['Groups'] -ne 'settled' -and -not $held -and -not $seen) {
    throw 'the access list is neither as it was seen nor as it is wanted'
  }
  if (-not $held -and -not (Test-RelayAllowed $step['Rights'])) {
    Skip-RelayPart 'ExtendedRights' $step['Rights']
    $step['Hold'].Clear()
    $step['Drop'].Clear()
    $held = Test-RelayHeld $step $own
  } elseif ($held -and $step['Rights'] -ne '') {
    Write-RelayLine '  already so: ExtendedRights'
  }
  $step['Put'] = ($step['Groups'] -eq 'to do') -or -not $held
}

# Whether all that this step changes is, at this moment, as it was seen.
function Test-RelayUntouched($step, $connector) {
  if ($null -eq $connector) {
    return $false
  }
  foreach ($change in @($step['Todo'])) {
    $live = Get-RelayValue $connector $change['Setting']
    if (-not (Test-RelayEqual $live $change['Seen'] $change['As'])) {
      return $false
    }
  }
  return $true
}

# Exchange refuses a timeout that does not go with the other, so the two are set in one call.
function Add-RelayTimeouts($values, $connector) {
  if ($values.Contains('ConnectionTimeout') -and -not $values.Contains('ConnectionInactivityTimeout')) {
    $values['ConnectionInactivityTimeout'] = Get-RelayText $connector 'ConnectionInactivityTimeout'
  }
  if ($values.Contains('ConnectionInactivityTimeout') -and -not $values.Contains('ConnectionTimeout')) {
    $values['ConnectionTimeout'] = Get-RelayText $connector 'ConnectionTimeout'
  }
}

# Adds entries first, as a name that Exchange does not know fails there; then sets all in one call.
function Set-RelayConnector($step, [string]$dn, $own, $values) {
  if ($step['Put']) {
    $now = New-Object Collections.ArrayList
    Read-RelayRights $dn $now
    if (-not (Test-RelayCovered $own $now) -or -not (Test-RelayCovered $now $own)) {
      throw 'somebody changed the access list a moment ago'
    }
    Add-RelayMissing $dn $step $now
  }
  if ($values.Count -gt 0) {
    $connector = Find-RelayConnector $step
    if (-not (Test-RelayUntouched $step $connector)) {
      throw 'somebody changed the connector a moment ago'
    }
    Add-RelayTimeouts $values $connector
    $step['SetCalled'] = $true
    [void](Set-ReceiveConnector -Identity $dn -Confirm:$false @values @relayAt)
  }
  [void](Get-RelayResult $step $step['Todo'])
}

# After a failure: if nothing was set, what was added to the access list is taken back.
function Undo-RelayRights($step, [string]$dn) {
  try {
    $connector = Find-RelayConnector $step
    if ($step['SetCalled'] -and -not (Test-RelayUntouched $step $connector)) {
      return
    }
    if ($step['Added'].Count -gt 0) {
      $own = New-Object Collections.ArrayList
      Read-RelayRights $dn $own
      foreach ($right in @($step['Added'])) {
        if (Test-RelayHas $own $right['Key']) {
          Remove-RelayRight $dn $right
        }
      }
    }
    $step['Begun'] = $false
  } catch {
    Write-Verbose $_.Exception.Message
  }
}

function Invoke-RelayUpdate($step) {
  $connector = Find-RelayConnector $step
  if ($null -eq $connector) {
    throw 'there is no connector of this name'
  }
  $dn = Get-RelayDn $connector
  $own = New-Object Collections.ArrayList
  Compare-RelaySettings $step $connector
  Compare-RelayEntries $step $dn $own
  $values = @{}
  $shown = New-Object Collections.ArrayList
  foreach ($change in @($step['Todo'])) {
    $values[$change['Setting']] = $change['Want']
    [void]$shown.Add('change ' + (Format-RelayChange $change))
  }
  if ($step['Put']) {
    Add-RelayRightParts $shown 'have' $step['Keep']
    Add-RelayRightParts $shown 'have' $step['Hold']
    Add-RelayRightParts $shown 'not have' $step['Drop']
  }
  if ($shown.Count -eq 0) {
    return
  }
  if (-not (Test-RelayGo $step $shown)) {
    return
  }
  $step['Begun'] = $true
  try {
    Set-RelayConnector $step $dn $own $values
  } catch {
    $failure = $_.Exception.Message
    Undo-RelayRights $step $dn
    throw $failure
  }
  if ($step['Put']) {
    Complete-RelayRights $dn $step
  }
  Complete-RelayStep 'changed'
}

# ---- a connector that is made ----

# What is there already: all of it as it was to be, or half made and still disabled.
function Compare-RelayMade($step, $connector) {
  $enabled = Get-RelayText $connector 'Enabled'
  foreach ($setting in @($step['Settings'])) {
    $live = Get-RelayValue $connector $setting['Setting']
    $other = -not (Test-RelayEqual $live $setting['Want'] $setting['As'])
    if ($other -and ($enabled -eq 'True' -or $setting['With'] -eq 'New')) {
      throw ('a connector of this name is there, whose ' + $setting['Setting'] + ' is ' + (Format-RelayValue $live))
    }
    if ($other) {
      $step['Put'] = $true
    }
  }
  $dn = Get-RelayDn $connector
  $own = New-Object Collections.ArrayList
  Read-RelayRights $dn $own
  $held = Test-RelayHeld $step $own
  if ($enabled -eq 'True' -and -not $held) {
    throw 'a connector of this name is there, with another access list'
  }
  if ($step['Exact'] -and -not (Test-RelayCovered $own $step['Hold'])) {
    $step['Needs'] = 'narrowing widening'
  }
  if (-not $held -or -not (Test-RelaySame $enabled ([string]$step['Enable']))) {
    $step['Put'] = $true
  }
}

function Invoke-RelayNew($step) {
  $connector = Find-RelayConnector $step
  $step['Put'] = $null -eq $connector
  $step['Needs'] = 'widening'
  if ($null -ne $connector) {
    Compare-RelayMade $step $connector
  }
  if (-not $step['Put']) {
    Write-RelayLine '  already so'
    return
  }
  if (-not (Test-RelayAllowed $step['Needs'])) {
    Skip-RelayPart 'making it' $step['Needs']
    return
  }
  $shown = New-Object Collections.ArrayList
  [void]$shown.Add('make the connector, or complete it, and enable it last')
  foreach ($setting in @($step['Settings'])) {
    [void]$shown.Add('set ' + $setting['Setting'] + ': ' + (Format-RelayValue $setting['Want']))
  }
  Add-RelayRightParts $shown 'have' $step['Hold']
  if (-not (Test-RelayGo $step $shown)) {
    return
  }
  $step['Begun'] = $true
  $new = @{}
  $set = @{}
  foreach ($setting in @($step['Settings'])) {
    if ($setting['With'] -eq 'New') {
      $new[$setting['Setting']] = $setting['Want']
    } else {
      $set[$setting['Setting']] = $setting['Want']
    }
  }
  $before = $connector
  $connector = Find-RelayConnector $step
  if ($null -ne $connector) {
    if ($null -eq $before) {
      throw 'somebody made a connector of this name a moment ago'
    }
    Compare-RelayMade $step $connector
  } else {
    [void](New-ReceiveConnector -Name $step['Name'] -Server $relay['Server'] -Usage $step['Usage'] -Enabled $false -Confirm:$false @new @relayAt)
    $connector = Find-RelayConnector $step
    if ($null -eq $connector) {
      throw 'read back: the connector is not there'
    }
  }
  $dn = Get-RelayDn $connector
  if ($set.Count -gt 0) {
    [void](Set-ReceiveConnector -Identity $dn -Confirm:$false @set @relayAt)
  }
  Complete-RelayRights $dn $step
  $connector = Get-RelayResult $step $step['Settings']
  if ($step['Enable']) {
    [void](Set-ReceiveConnector -Identity $dn -Enabled $true -Confirm:$false @relayAt)
    $connector = Get-RelayResult $step $step['Settings']
    $enabled = Get-RelayText $connector 'Enabled'
    if ($enabled -ne 'True') {
      throw 'read back: it is not enabled'
    }
  }
  Complete-RelayStep 'made'
}

# ---- a connector that goes ----

# Stops unless the connector still is what was seen.
function Assert-RelaySeen($step, $connector) {
  foreach ($setting in @($step['Settings'])) {
    $live = Get-RelayValue $connector $setting['Setting']
    if (-not (Test-RelayEqual $live $setting['Want'] $setting['As'])) {
      throw ($setting['Setting'] + ' is ' + (Format-RelayValue $live) + ', not what was seen')
    }
  }
  $hybrid = $connector.PSObject.Properties['TlsDomainCapabilities']
  if ($null -ne $hybrid) {
    $domains = Get-RelayKey $hybrid.Value 'list'
    if ($domains -ne '') {
      throw 'it belongs to hybrid mail flow, and is not removed'
    }
  }
  if ($step['Strict']) {
    $dn = Get-RelayDn $connector
    $own = New-Object Collections.ArrayList
    Read-RelayRights $dn $own
    if (-not (Test-RelayCovered $own $step['Seen']) -or -not (Test-RelayCovered $step['Seen'] $own)) {
      throw 'the access list is not what was seen'
    }
  }
}

# With -AllowNarrowing it is disabled; with -AllowRemoval it goes.
function Invoke-RelayRemoval($step) {
  $connector = Find-RelayConnector $step
  if ($null -eq $connector) {
    Write-RelayLine '  already gone'
    return
  }
  Assert-RelaySeen $step $connector
  $enabled = Get-RelayText $connector 'Enabled'
  $what = 'remove'
  if ($enabled -eq 'True' -and -not (Test-RelayAllowed 'narrowing')) {
    Skip-RelayPart 'disabling it' 'narrowing'
    return
  }
  if (-not (Test-RelayAllowed 'removal')) {
    $what = 'disable'
    if ($enabled -ne 'True') {
      Skip-RelayPart 'removing it' 'removal'
      return
    }
  }
  if (-not (Test-RelayGo $step @($what + ' it'))) {
    return
  }
  $connector = Find-RelayConnector $step
  if ($null -eq $connector) {
    throw 'somebody removed it a moment ago'
  }
  Assert-RelaySeen $step $connector
  $dn = Get-RelayDn $connector
  $step['Begun'] = $true
  if ($what -eq 'remove') {
    [void](Remove-ReceiveConnector -Identity $dn -Confirm:$false @relayAt)
    $connector = Find-RelayConnector $step
    if ($null -ne $connector) {
      throw 'read back: it is still there'
    }
    Complete-RelayStep 'removed'
  } else {
    [void](Set-ReceiveConnector -Identity $dn -Enabled $false -Confirm:$false @relayAt)
    $connector = Get-RelayResult $step $step['Settings']
    $enabled = Get-RelayText $connector 'Enabled'
    if ($enabled -ne 'False') {
      throw 'read back: it is not disabled'
    }
    Complete-RelayStep 'disabled'
    $relay['LeftOut'] = $relay['LeftOut'] + 1
    Write-RelayLine '  to remove it, when nobody has missed it, run this again with -AllowRemoval'
  }
}

# ---- before the first change ----

# The cmdlets that the steps call.
function Get-RelayCmdlets {
  $needs = New-Object Collections.ArrayList
  Add-RelayOnce $needs 'Get-ReceiveConnector'
  foreach ($step in @($relay['Steps'])) {
    $reads = $step['Strict'] -or $step['Rights'] -ne '' -or $step['Kind'] -eq 'new'
    $adds = ($step['Hold'].Count -gt 0) -or ($step['Keep'].Count -gt 0)
    if ($step['Settings'].Count -gt 0) {
      Add-RelayOnce $needs 'Set-ReceiveConnector'
    }
    if ($step['Kind'] -eq 'new') {
      Add-RelayOnce $needs 'New-ReceiveConnector'
    }
    if ($step['Kind'] -eq 'remove') {
      Add-RelayOnce $needs 'Remove-ReceiveConnector'
    }
    if ($reads) {
      Add-RelayOnce $needs 'Get-ADPermission'
    }
    if ($adds) {
      Add-RelayOnce $needs 'Add-ADPermission'
    }
    if ($adds -or $step['Exact'] -or ($step['Drop'].Count -gt 0)) {
      Add-RelayOnce $needs 'Remove-ADPermission'
    }
  }
  return $needs
}

function Assert-RelayCmdlets {
  $lacking = New-Object Collections.ArrayList
  $roles = New-Object Collections.ArrayList
  foreach ($name in @(Get-RelayCmdlets)) {
    if (@(Get-Command -Name $name -ErrorAction 'SilentlyContinue').Count -eq 0) {
      [void]$lacking.Add($name)
      if ($name.Contains('-ADPermission')) {
        Add-RelayOnce $roles '"Active Directory Permissions"'
      } else {
        Add-RelayOnce $roles '"Receive Connectors"'
      }
    }
  }
  if ($lacking.Count -gt 0) {
    $what = 'there is no ' + [string]::Join(', ', [string[]]$lacking.ToArray()) + ' in this shell'
    if ($relay['Edge'] -or $lacking.Contains('Get-ReceiveConnector')) {
      throw $what
    }
    throw ($what + '; ask for the management role ' + [string]::Join(' and ', [string[]]$roles.ToArray()))
  }
}

# One domain controller for all calls: the one that is named, or the one that answers.
function Resolve-RelayController([string]$named) {
  if ($relay['Edge']) {
    return
  }
  $controller = $named
  if ($controller -eq '') {
    $first = @(Get-ReceiveConnector -Server $relay['Server'] @relayAt)
    if ($first.Count -gt 0) {
      $controller = Get-RelayText $first[0] 'OriginatingServer'
    }
    if ($controller -eq '') {
      throw 'no domain controller answers by its name; name one with -DomainController'
    }
  }
  $relayAt['DomainController'] = $controller
}

# How the server spells the accounts of a step: its own access list tells, else the others of the server.
function Resolve-RelayAccounts($step) {
  $adds = New-Object Collections.ArrayList
  $all = New-Object Collections.ArrayList
  foreach ($list in @('Keep', 'Hold', 'Drop', 'Seen')) {
    foreach ($right in @($step[$list])) {
      [void]$all.Add($right)
      if ($list -eq 'Keep' -or $list -eq 'Hold') {
        [void]$adds.Add($right)
      }
    }
  }
  if ($all.Count -eq 0) {
    return
  }
  $names = $relay['Names']
  foreach ($connector in @(Get-RelayConnectors)) {
    $known = Get-RelayText $connector 'Name'
    $lacking = Test-RelaySame $known $step['Name']
    foreach ($right in @($adds)) {
      $sid = Get-RelaySid $right['User']
      $lacking = $lacking -or -not $names.Contains($sid)
    }
    if ($lacking) {
      $unused = New-Object Collections.ArrayList
      $dn = Get-RelayDn $connector
      Read-RelayRights $dn $unused
    }
  }
  foreach ($right in @($all)) {
    $sid = Get-RelaySid $right['User']
    $upper = $right['Right'].ToUpperInvariant()
    $right['Key'] = $right['Effect'] + ' ' + $sid + ' ' + $upper
  }
  foreach ($right in @($adds)) {
    $right['Account'] = Get-RelayAccount $right['User']
  }
}

function Initialize-RelayRun {
  if ($null -eq $relay['Cmdlet']) {
    throw 'this text was run as a block without a cmdlet of its own; run it as a file'
  }
  Assert-RelayCmdlets
  Resolve-RelayController $DomainController
  [void]@(Get-RelayConnectors)
  foreach ($step in @($relay['Steps'])) {
    try {
      Resolve-RelayAccounts $step
    } catch {
      $step['Failure'] = $_.Exception.Message
    }
  }
}

function Invoke-RelayStep($step) {
  Write-RelayLine $step['Name']
  try {
    if ($step['Failure'] -ne '') {
      throw $step['Failure']
    }
    if ($step['Kind'] -eq 'update') {
      Invoke-RelayUpdate $step
    } elseif ($step['Kind'] -eq 'new') {
      Invoke-RelayNew $step
    } else {
      Invoke-RelayRemoval $step
    }
  } catch {
    $relay['Stopped'] = $relay['Stopped'] + 1
    Write-RelayLine ('  STOPPED: ' + $_.Exception.Message)
    if ($step['Begun']) {
      Write-RelayLine '  It may be changed in part: check the server again.'
    } else {
      Write-RelayLine '  Nothing of it is changed.'
    }
  }
}

# Does all that was noted. The code: 0 if all of it is so, 1 if something stopped, 2 if something was left out.
function Invoke-RelayPlan {
  # in here, as what pasted text sets outside stays in the session
  Set-StrictMode -Version 2.0
  $ErrorActionPreference = 'Stop'
  try {
    Initialize-RelayRun
  } catch {
    Write-RelayLine ('REFUSED, nothing is changed: ' + $_.Exception.Message)
    Write-RelayLine 'Run this in the Exchange Management Shell, on Edge on the server itself.'
    return
  }
  if ($WhatIfPreference) {
    Write-RelayLine ('The plan for ' + $relay['Server'] + ' as it is now; nothing is changed:')
  }
  foreach ($step in @($relay['Steps'])) {
    Invoke-RelayStep $step
  }
  $done = 'changed ' + [string]$relay['Changed']
  if ($WhatIfPreference) {
    $done = 'would change ' + [string]$relay['Would']
  }
  $counts = $done + ', left out ' + [string]$relay['LeftOut']
  Write-RelayLine ($counts + ', stopped ' + [string]$relay['Stopped'])
  $relay['Code'] = 0
  if ($relay['LeftOut'] -gt 0) {
    $relay['Code'] = 2
  }
  if ($relay['Stopped'] -gt 0) {
    $relay['Code'] = 1
  }
}

# Whether this is a script file: anywhere else an exit ends the session of the caller.
function Test-RelayFile {
  if ($null -eq $relay['Cmdlet']) {
    return $false
  }
  $command = $relay['Cmdlet'].MyInvocation.MyCommand
  if ($null -eq $command) {
    return $false
  }
  return ([string]$command.CommandType -eq 'ExternalScript')
}

# The last of all that a script calls.
function Complete-RelayScript {
  Invoke-RelayPlan
  if (Test-RelayFile) {
    exit $relay['Code']
  }
}

Invoke-RelayScript
