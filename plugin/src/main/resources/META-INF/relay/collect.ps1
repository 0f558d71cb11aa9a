# Reads the receive connectors of an Exchange organisation, or of an Edge server, with their access
# lists and what is worth knowing about the servers, and writes one framed answer. It only reads.
# For Windows PowerShell 2.0 and later. The endpoint of Exchange runs no script text: a question is
# one command with constants, and with variables that its own param names and that come as values.
param([string]$Nonce, [string]$Parameters, [string]$Secret)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'
$culture = [Globalization.CultureInfo]::CurrentCulture.Name
$invariant = [Globalization.CultureInfo]::InvariantCulture
[Threading.Thread]::CurrentThread.CurrentCulture = $invariant
[Threading.Thread]::CurrentThread.CurrentUICulture = $invariant

$lines = New-Object Collections.ArrayList
$state = @{ Beat = [DateTime]::UtcNow; Stage = 'reading what was asked'; At = 'POWERSHELL'; Failed = $null }
$told = @{}
$wanted = @{}
$sids = @{}
$controllers = @{}
$session = $null
$dc = $null
$noise = @('RunspaceId', 'PSComputerName', 'PSShowComputerName', 'SerializationData')

# A sign of life: the other side gives up on a command that stays silent.
function Beat {
  $now = [DateTime]::UtcNow
  if (($now - $state.Beat).TotalSeconds -ge 5) {
    $state.Beat = $now
    [Console]::Out.WriteLine('RELAY-BEAT')
  }
}

function Encode([string]$text) {
  [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($text))
}

function Put([string]$line) {
  [void]$lines.Add($line)
}

# The same text for live and for deserialised objects: never a method or property of a value.
function TextOf($value) {
  if ($value -is [DateTime]) {
    return $value.ToString('yyyy-MM-ddTHH:mm:ss', $invariant)
  }
  return [string]$value
}

# One value: not for lists, which a function would hand on element by element.
function ValueOf($object, [string]$name) {
  if ($null -eq $object) {
    return $null
  }
  $property = $object.PSObject.Properties[$name]
  if ($null -ne $property) {
    return $property.Value
  }
  return $null
}

function PutFact([string]$server, [string]$name, $value) {
  if ($null -ne $value) {
    Put ("F`t" + (Encode $server) + "`t" + $name + "`t" + (Encode (TextOf $value)))
  }
}

function PutFacts([string]$server, [string]$prefix, $object, [string[]]$names) {
  foreach ($name in $names) {
    PutFact $server ($prefix + $name) (ValueOf $object $name)
  }
}

function PutTexts([string]$name, $texts) {
  if ($texts.Count -eq 0) {
    Put ("N`t" + $name)
    return
  }
  Put ("L`t" + $name + "`t" + $texts.Count)
  foreach ($text in $texts) {
    Put ("E`t" + (Encode $text))
  }
}

function PutValue([string]$name, $value) {
  if ($null -eq $value) {
    Put ("N`t" + $name)
    return
  }
  $list = $value -is [Collections.IEnumerable] -and -not ($value -is [string])
  if ($list -and -not ($value -is [Collections.IDictionary])) {
    $texts = New-Object Collections.ArrayList
    foreach ($one in $value) {
      if ($null -ne $one) {
        [void]$texts.Add((TextOf $one))
      }
    }
    PutTexts $name $texts
    return
  }
  $text = TextOf $value
  if ($text -eq '') {
    Put ("N`t" + $name)
  } else {
    Put ("V`t" + $name + "`t" + (Encode $text))
  }
}

function PutUnread([string]$name, [string]$why) {
  Put ("U`t" + $name + "`t" + (Encode $why))
}

function WhyOf($failure) {
  $text = [string]$failure.Exception.Message
  $id = [string]$failure.FullyQualifiedErrorId
  if ($id -and $text.IndexOf($id) -lt 0) {
    $text = $text + ' (' + $id + ')'
  }
  return $text
}

# One command, and the values of its parameters in their order.
function Ask([ScriptBlock]$question, $values) {
  if ($null -ne $session) {
    Invoke-Command -Session $session -ScriptBlock $question -ArgumentList $values | ForEach-Object { Beat; $_ }
  } else {
    & $question @values | ForEach-Object { Beat; $_ }
  }
}

# The first command where one domain controller is asked for everything, the second elsewhere.
function AskAt([ScriptBlock]$controller, [ScriptBlock]$any, $values) {
  if ($dc) {
    Ask $controller (@($dc) + @($values))
  } else {
    Ask $any $values
  }
}

function AskServers {
  AskAt { param($dc) Get-ExchangeServer -DomainController $dc -ErrorAction Stop } { Get-ExchangeServer -ErrorAction Stop } @()
}

function AskConnectors {
  AskAt { param($dc) Get-ReceiveConnector -DomainController $dc -ErrorAction Stop } { Get-ReceiveConnector -ErrorAction Stop } @()
}

function AskRights([string]$dn) {
  AskAt { param($dc, $dn) Get-ADPermission -Identity $dn -DomainController $dc -ErrorAction Stop } { param($dn) Get-ADPermission -Identity $dn -ErrorAction Stop } @($dn)
}

function AskTransportConfig {
  AskAt { param($dc) Get-TransportConfig -DomainController $dc -ErrorAction Stop } { Get-TransportConfig -ErrorAction Stop } @()
}

# Exchange 2010 has the second cmdlet only.
function AskTransportServices {
  try {
    AskAt { param($dc) Get-TransportService -DomainController $dc -ErrorAction Stop } { Get-TransportService -ErrorAction Stop } @()
  } catch {
    AskAt { param($dc) Get-TransportServer -DomainController $dc -ErrorAction Stop } { Get-TransportServer -ErrorAction Stop } @()
  }
}

function AskComponents([string]$server) {
  Ask { param($server) Get-ServerComponentState -Identity $server -ErrorAction Stop } @($server)
}

function AskAcceptedDomains {
  AskAt { param($dc) Get-AcceptedDomain -DomainController $dc -ErrorAction Stop } { Get-AcceptedDomain -ErrorAction Stop } @()
}

# An Edge server has no other to ask.
function AskCertificates([string]$server) {
  if ($way -eq 'edge') {
    Ask { Get-ExchangeCertificate -ErrorAction Stop } @()
  } else {
    Ask { param($server) Get-ExchangeCertificate -Server $server -ErrorAction Stop } @($server)
  }
}

function Wanted([string]$server) {
  return ($wanted.Count -eq 0 -or $wanted.ContainsKey($server))
}

function NoteController($object) {
  $controller = TextOf (ValueOf $object 'OriginatingServer')
  if ($controller) {
    $controllers[$controller] = $true
  }
  return $controller
}

# Names are translated by Windows and by its language; the SID is what the access list holds.
function SidOf($user) {
  $name = TextOf $user
  if ($sids.ContainsKey($name)) {
    return $sids[$name]
  }
  $sid = $name
  $known = TextOf (ValueOf $user 'SecurityIdentifier')
  if ($known -match '^S-1-') {
    $sid = $known
  } elseif (-not ($name -match '^S-1-')) {
    try {
      $account = New-Object Security.Principal.NTAccount($name)
      $sid = $account.Translate([Security.Principal.SecurityIdentifier]).Value
    } catch {
      $sid = $name
    }
  }
  $sids[$name] = $sid
  return $sid
}

# Extended rights go into two lists, what else an entry grants into a third, so that no entry is lost.
function PutRights([string]$dn) {
  if (-not $dn) {
    PutUnread 'ExtendedRights' 'the connector shows no distinguished name'
    PutUnread 'InheritedRights' 'the connector shows no distinguished name'
    return
  }
  $own = New-Object Collections.ArrayList
  $inherited = New-Object Collections.ArrayList
  $other = New-Object Collections.ArrayList
  try {
    $entries = @(AskRights $dn)
  } catch {
    PutUnread 'ExtendedRights' (WhyOf $_)
    PutUnread 'InheritedRights' (WhyOf $_)
    return
  }
  if ($entries.Count -eq 0) {
    PutUnread 'ExtendedRights' 'no access entry came back, which no connector is without'
    PutUnread 'InheritedRights' 'no access entry came back, which no connector is without'
    return
  }
  foreach ($entry in $entries) {
    $effect = 'allow '
    if ((TextOf (ValueOf $entry 'Deny')) -eq 'True') {
      $effect = 'deny '
    }
    $who = $effect + (SidOf (ValueOf $entry 'User')) + ' '
    $from = (TextOf (ValueOf $entry 'IsInherited')) -eq 'True'
    $rights = @(ValueOf $entry 'ExtendedRights')
    $named = 0
    foreach ($right in $rights) {
      if ($null -ne $right) {
        $named = $named + 1
        if ($from) {
          [void]$inherited.Add($who + (TextOf $right))
        } else {
          [void]$own.Add($who + (TextOf $right))
        }
      }
    }
    if ($named -eq 0) {
      $mark = ''
      if ($from) {
        $mark = 'inherited '
      }
      foreach ($right in @(ValueOf $entry 'AccessRights')) {
        if ($null -ne $right) {
          [void]$other.Add($mark + $who + (TextOf $right))
        }
      }
    }
  }
  PutTexts 'ExtendedRights' $own
  PutTexts 'InheritedRights' $inherited
  PutTexts 'OtherRights' $other
}

function PutConnector($connector) {
  $identity = TextOf (ValueOf $connector 'Identity')
  $at = $identity.IndexOf('\')
  if ($at -gt 0) {
    $server = $identity.Substring(0, $at)
  } else {
    $server = TextOf (ValueOf $connector 'Server')
  }
  $changed = TextOf (ValueOf $connector 'WhenChangedUTC')
  $name = TextOf (ValueOf $connector 'Name')
  Put ("I`treceiveConnectors`t" + (Encode $server) + "`t" + (Encode $name) + "`t" + (Encode $changed))
  if (-not (Wanted $server)) {
    return
  }
  foreach ($property in $connector.PSObject.Properties) {
    if ($noise -contains $property.Name) {
      continue
    }
    try {
      PutValue $property.Name $property.Value
    } catch {
      PutUnread $property.Name (WhyOf $_)
    }
  }
  PutRights (TextOf (ValueOf $connector 'DistinguishedName'))
}

function PutAcceptedDomains {
  try {
    $count = 0
    foreach ($domain in @(AskAcceptedDomains)) {
      PutFact '' ('AcceptedDomain.' + (TextOf (ValueOf $domain 'DomainName'))) (ValueOf $domain 'DomainType')
      $count = $count + 1
    }
    PutFact '' 'AcceptedDomains' $count
  } catch {
    PutFact '' 'Unread.AcceptedDomains' (WhyOf $_)
  }
}

function PutCertificates([string]$server) {
  try {
    $count = 0
    foreach ($one in @(AskCertificates $server)) {
      $key = 'Certificate.' + (TextOf (ValueOf $one 'Thumbprint')) + '.'
      PutFacts $server $key $one @('Subject', 'Issuer', 'Services')
      $names = New-Object Collections.ArrayList
      foreach ($name in @(ValueOf $one 'CertificateDomains')) {
        if ($null -ne $name) {
          [void]$names.Add((TextOf $name))
        }
      }
      PutFact $server ($key + 'Names') ([string]::Join(', ', [string[]]$names.ToArray()))
      $until = ValueOf $one 'NotAfter'
      if ($until -is [DateTime]) {
        $until = $until.ToUniversalTime()
      }
      PutFact $server ($key + 'NotAfter') $until
      $count = $count + 1
    }
    PutFact $server 'Certificates' $count
  } catch {
    PutFact $server 'Unread.Certificates' (WhyOf $_)
  }
}

function PutServers($servers) {
  foreach ($server in $servers) {
    $name = TextOf (ValueOf $server 'Name')
    if (-not (Wanted $name)) {
      continue
    }
    PutFact $name 'ExchangeVersion' (ValueOf $server 'AdminDisplayVersion')
    PutFacts $name '' $server @('ServerRole', 'Edition', 'Fqdn')
    try {
      foreach ($component in @(AskComponents $name)) {
        $part = TextOf (ValueOf $component 'Component')
        if (@('ServerWideOffline', 'HubTransport', 'FrontendTransport', 'EdgeTransport') -contains $part) {
          PutFact $name ('ComponentState.' + $part) (ValueOf $component 'State')
        }
      }
    } catch {
      PutFact $name 'Unread.ComponentState' (WhyOf $_)
    }
    PutCertificates $name
  }
}

function PutTransport {
  try {
    foreach ($config in @(AskTransportConfig)) {
      PutFacts '' 'TransportConfig.' $config @('MaxReceiveSize', 'MaxSendSize', 'MaxRecipientEnvelopeLimit', 'RejectMessageOnShadowFailure')
    }
  } catch {
    PutFact '' 'Unread.TransportConfig' (WhyOf $_)
  }
  try {
    foreach ($service in @(AskTransportServices)) {
      $name = TextOf (ValueOf $service 'Name')
      if (Wanted $name) {
        PutFacts $name 'TransportService.' $service @('MaxConnectionRatePerMinute', 'MaxOutboundConnections', 'MaxPerDomainOutboundConnections', 'ReceiveProtocolLogPath', 'UseDownGradedExchangeServerAuth')
      }
    }
  } catch {
    PutFact '' 'Unread.TransportService' (WhyOf $_)
  }
}

# What Exchange 2010 brings is for PowerShell 2.0, and says so in many ways in a later one.
function LoadSnapin([string]$name) {
  try {
    Add-PSSnapin -Name $name
  } catch {
    if ($setup -like '*\v14' -and $PSVersionTable.PSVersion.Major -gt 2) {
      throw ('Exchange 2010 loads its snap-ins into PowerShell 2.0, and this is ' + $PSVersionTable.PSVersion + ': ' + (WhyOf $_))
    }
    throw
  }
}

function LoadEdge {
  $install = (Get-ItemProperty ($setup + '\Setup')).MsiInstallPath
  $console = [xml][IO.File]::ReadAllText($install + 'Bin\exShell.psc1')
  foreach ($snapin in @($console.PSConsoleFile.PSSnapIns.PSSnapIn)) {
    LoadSnapin $snapin.Name
  }
  return ($install + 'Bin\Exchange.ps1')
}

function Connect {
  $uri = $told['endpoint']
  if (-not $uri) {
    if ($null -eq $setup) {
      throw 'there is no Exchange on this machine, and no endpoint is named'
    }
    $network = [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
    $uri = 'http://' + $network.HostName + '.' + $network.DomainName + '/PowerShell/'
  }
  $limits = New-PSSessionOption
  $limits.OpenTimeout = [TimeSpan]::FromSeconds($patience)
  $options = @{
    ConfigurationName = 'Microsoft.Exchange'
    ConnectionUri = $uri
    Authentication = 'Kerberos'
    SessionOption = $limits
    ErrorAction = 'Stop'
  }
  if ($Secret) {
    # one character at a time: as an argument of a cmdlet the password could end up in an event log
    $secure = New-Object Security.SecureString
    $password = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Secret))
    foreach ($character in $password.ToCharArray()) {
      $secure.AppendChar($character)
    }
    $options['Credential'] = New-Object Management.Automation.PSCredential($told['user'], $secure)
  }
  $begun = [DateTime]::UtcNow
  try {
    return (New-PSSession @options)
  } catch {
    if (([DateTime]::UtcNow - $begun).TotalSeconds -ge $patience) {
      throw ($uri + ' did not open a session within ' + $patience + ' s: ' + (WhyOf $_))
    }
    if ($Secret -and $told['user'] -notmatch '[\\@]') {
      throw ('the user ' + $told['user'] + ' names no domain: ' + (WhyOf $_))
    }
    throw
  }
}

function Deliver {
  $bytes = [Text.Encoding]::UTF8.GetBytes([string]::Join("`n", [string[]]$lines.ToArray()) + "`n")
  $sha = New-Object Security.Cryptography.SHA1CryptoServiceProvider
  $hash = [BitConverter]::ToString($sha.ComputeHash($bytes)).Replace('-', '')
  $frame = 'RELAY-BEGIN ' + $Nonce + " 1`r`n"
  $frame = $frame + [Convert]::ToBase64String($bytes, [Base64FormattingOptions]::InsertLineBreaks)
  $frame = $frame + "`r`nRELAY-END " + $Nonce + ' ' + $bytes.Length + ' ' + $hash
  $out = $told['out']
  if (-not $out) {
    [Console]::Out.WriteLine('')
    [Console]::Out.WriteLine($frame)
    return
  }
  # whoever reads the file meanwhile sees the old answer or the new one, never half of it
  [IO.File]::WriteAllText($out + '.new', $frame + "`r`n", [Text.Encoding]::ASCII)
  if ([IO.File]::Exists($out)) {
    [IO.File]::Replace($out + '.new', $out, $out + '.old')
  } else {
    [IO.File]::Move($out + '.new', $out)
  }
}

[Console]::Out.WriteLine('RELAY-BEAT')
try {
  $text = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Parameters))
  foreach ($line in $text.Split([char]10)) {
    $at = $line.IndexOf('=')
    if ($at -gt 0) {
      $key = $line.Substring(0, $at)
      if ($key -eq 'server') {
        $wanted[$line.Substring($at + 1)] = $true
      } else {
        $told[$key] = $line.Substring($at + 1)
      }
    }
  }
  $bits = [IntPtr]::Size * 8
  PutFact '' 'Collector' '1'
  PutFact '' 'Read' ([DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', $invariant))
  PutFact '' 'PowerShell' $PSVersionTable.PSVersion
  PutFact '' 'LanguageMode' (ValueOf $ExecutionContext.SessionState 'LanguageMode')
  PutFact '' 'ProcessBits' $bits
  PutFact '' 'Culture' $culture
  PutFact '' 'Computer' ([Environment]::MachineName)
  PutFact '' 'Echo' $told['echo']

  $setup = $null
  foreach ($version in @('v15', 'v14')) {
    $key = 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\' + $version
    if ($null -eq $setup -and (Test-Path ($key + '\Setup'))) {
      $setup = $key
    }
  }
  $edge = $null -ne $setup -and (Test-Path ($setup + '\EdgeTransportRole'))
  $way = $told['way']
  if (-not $way) {
    $way = 'endpoint'
    if ($edge) {
      $way = 'edge'
    }
  }
  # it has no domain controller, and refuses the parameter
  $alone = $edge -and $way -ne 'endpoint'
  PutFact '' 'Way' $way
  if ($bits -ne 64 -and $way -ne 'endpoint') {
    throw 'this is a 32-bit PowerShell, which does not see the Exchange snap-ins'
  }

  if ($way -eq 'endpoint') {
    $state.Stage = 'opening the remoting endpoint of Exchange'
    $state.At = 'WAY'
    $dc = $told['domainController']
    # whoever waits for us gives up at 90 s, and would call a slow endpoint silence
    $patience = 60
    if ($told['patience']) {
      $patience = [int]$told['patience']
    }
    $session = Connect
  } elseif ($way -eq 'edge') {
    $state.Stage = 'loading the Edge snap-ins'
    $state.At = 'WAY'
    if ($null -eq $setup) {
      throw 'there is no Exchange on this machine'
    }
    $startup = LoadEdge
    $ErrorActionPreference = 'Continue'
    . $startup | Out-Null
    $ErrorActionPreference = 'Stop'
  } else {
    $state.Stage = 'loading the snap-in ' + $told['snapin']
    $state.At = 'WAY'
    if (-not $alone) {
      $dc = $told['domainController']
    }
    LoadSnapin $told['snapin']
  }

  $state.Stage = 'reading the servers'
  $state.At = 'SERVER'
  $servers = @(AskServers)
  foreach ($server in $servers) {
    $controller = NoteController $server
    if (-not $dc -and $controller -and -not $alone) {
      $dc = $controller
    }
  }
  $state.Stage = 'reading the receive connectors'
  $state.At = 'RIGHTS'
  $connectors = @(AskConnectors)
  foreach ($connector in $connectors) {
    [void](NoteController $connector)
    PutConnector $connector
  }
  Put "C`treceiveConnectors"
  $state.Stage = 'reading facts of the servers'
  $state.At = 'RIGHTS'
  PutServers $servers
  PutTransport
  PutAcceptedDomains
  PutFact '' 'DomainController' ([string]::Join(', ', [string[]]@($controllers.Keys | Sort-Object)))
} catch {
  $state.Failed = WhyOf $_
  Put ("X`t" + (Encode $state.Stage) + "`t" + (Encode $state.Failed) + "`t" + $state.At)
} finally {
  if ($null -ne $session) {
    Remove-PSSession -Session $session -ErrorAction SilentlyContinue
  }
}
Deliver
if ($told['out'] -and $state.Failed) {
  throw ($state.Stage + ': ' + $state.Failed)
}
