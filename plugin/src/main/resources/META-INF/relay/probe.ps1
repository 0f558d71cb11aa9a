# Tries receive connectors from this machine, as relay:probe does, and prints what comes back.
#
#   powershell.exe -NoProfile -ExecutionPolicy Bypass -File probe.ps1
#
# It changes nothing and sends no message unless -SendTo is given. -Connections N opens up to N
# connections to each connector that is not Exchange setup's own, holds them, and closes them.
# Exchange may hold a reply back for up to 10 minutes: a server that is silent for -Patience seconds
# is given up. Windows PowerShell 2.0 or later; no rights are needed.
param(
  [int]$Connections = 0,
  [string]$SendTo = '',
  [int]$Messages = 20,
  [int]$Patience = 660
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$most = 1000
$tls = @{ Problems = 'none'; Shown = '' }
$tls12 = [Enum]::ToObject([Security.Authentication.SslProtocols], 3072) # older .NET has no name for it

function Say([string]$text) {
  Write-Output $text
}

# One line of text; nothing where the server hung up. A byte now and then wins it no time.
function ReadText($line, [DateTime]$end) {
  $bytes = New-Object Collections.ArrayList
  do {
    $left = ($end - [DateTime]::UtcNow).TotalMilliseconds
    if (($left -lt 1) -or ($bytes.Count -gt 65536)) {
      throw 'it does not end'
    }
    $line.Client.ReceiveTimeout = [int]$left
    $got = $line.Stream.ReadByte()
    if ($got -ge 0) {
      [void]$bytes.Add([byte]$got)
    }
  } while (($got -ge 0) -and ($got -ne 10))
  if ($bytes.Count -gt 0) {
    return [Text.Encoding]::ASCII.GetString([byte[]]$bytes.ToArray()).TrimEnd()
  }
}

function ReadReply($line) {
  if ($line.Over) {
    return '(not waited for)'
  }
  $lines = @()
  $end = [DateTime]::UtcNow.AddSeconds($Patience)
  try {
    do {
      $got = ReadText $line $end
      if ($null -eq $got) {
        $lines += '(the server closed the connection)'
        $line.Over = $true
        break
      }
      $lines += $got
    } while (($got.Length -gt 3) -and ($got.Substring(3, 1) -eq '-'))
  } catch {
    $line.Over = $true
    if ([DateTime]::UtcNow -ge $end) {
      $lines += '(no reply within ' + $Patience + ' s: given up)'
    } else {
      $lines += '(no reply: ' + $_.Exception.Message + ')'
    }
  }
  return ($lines -join ' / ')
}

function SendLine($line, [string]$text) {
  try {
    $bytes = [Text.Encoding]::ASCII.GetBytes($text + "`r`n")
    $line.Stream.Write($bytes, 0, $bytes.Length)
    $line.Stream.Flush()
  } catch {
    # a server that gave up has said why: the reply still waits to be read
  }
  return (ReadReply $line)
}

# To the first of its addresses that answers; without the family, TcpClient speaks IPv4 only.
function Connect($try) {
  $why = 'the name has no address'
  foreach ($address in [Net.Dns]::GetHostAddresses($try.Name)) {
    $client = New-Object Net.Sockets.TcpClient($address.AddressFamily)
    try {
      $begun = $client.BeginConnect($address, $try.Port, $null, $null)
      if (-not $begun.AsyncWaitHandle.WaitOne(20000, $false)) {
        throw 'no connection within 20 s'
      }
      $client.EndConnect($begun)
      return $client
    } catch {
      $client.Close()
      $why = $address.ToString() + ': ' + $_.Exception.Message
    }
  }
  throw $why
}

function OpenLine($try) {
  $client = Connect $try
  $client.SendTimeout = 60000
  $line = @{ Client = $client; Stream = $client.GetStream(); Over = $false; Greeting = '' }
  $line.Greeting = ReadReply $line
  return $line
}

function OwnName($line) {
  $own = $line.Client.Client.LocalEndPoint.Address
  if ($own.AddressFamily -eq [Net.Sockets.AddressFamily]::InterNetworkV6) {
    return '[IPv6:' + $own.ToString().Split('%')[0] + ']'
  }
  return '[' + $own.ToString() + ']'
}

function IsGood([string]$reply) {
  return $reply.StartsWith('2')
}

function CloseLine($line) {
  $farewell = SendLine $line 'QUIT'
  $line.Client.Close()
  return $farewell
}

function NameBoth($line, $try) {
  if ($try.Sender -eq '') {
    return
  }
  $from = SendLine $line ('MAIL FROM:<' + $try.Sender + '>')
  Say ('MAIL: ' + $from)
  if (IsGood $from) {
    Say ('RCPT: ' + (SendLine $line ('RCPT TO:<' + $try.Recipient + '>')))
    [void](SendLine $line 'RSET')
  }
}

# What is wrong; nothing where it is encrypted now. Without a version it is .NET that chooses.
function Encrypt($line, $try, $version) {
  $look = [Net.Security.RemoteCertificateValidationCallback]{
    param($sender, $certificate, $chain, $problems)
    $tls.Problems = $problems.ToString()
    return $true
  }
  $line.Client.ReceiveTimeout = $Patience * 1000
  $secure = New-Object Net.Security.SslStream($line.Stream, $false, $look)
  try {
    if ($null -eq $version) {
      $secure.AuthenticateAsClient($try.Name)
    } else {
      $none = New-Object Security.Cryptography.X509Certificates.X509CertificateCollection
      $secure.AuthenticateAsClient($try.Name, $none, $version, $false)
    }
  } catch {
    $why = $_.Exception
    while ($null -ne $why.InnerException) {
      $why = $why.InnerException
    }
    return $why.Message
  }
  $shown = $secure.RemoteCertificate
  $line.Stream = $secure
  $tls.Shown = '' + $secure.SslProtocol + ', certificate: ' + $shown.Subject + ', by ' + $shown.Issuer +
    ', from ' + $shown.GetEffectiveDateString() + ' until ' + $shown.GetExpirationDateString() +
    ', problems for this machine: ' + $tls.Problems
}

function StartTls($try) {
  $line = OpenLine $try
  [void](SendLine $line ('EHLO ' + (OwnName $line)))
  $line.Greeting = SendLine $line 'STARTTLS'
  return $line
}

# A server without old TLS and a .NET without new TLS fail here, and mail that .NET sends fails as well.
function ExplainHandshake($try, [string]$why) {
  Say ('TLS handshake failed: ' + $why)
  $line = StartTls $try
  $again = 'STARTTLS: ' + $line.Greeting
  if (IsGood $line.Greeting) {
    $again = Encrypt $line $try $tls12
  }
  $line.Client.Close()
  $cause = 'what .NET sends by itself offers TLS 1.0 at most where an old default holds: set' +
    ' SchUseStrongCrypto and SystemDefaultTlsVersions to 1 under' +
    ' HKLM:\SOFTWARE\Microsoft\.NETFramework\v4.0.30319, and start what sends mail again'
  if ($null -eq $again) {
    Say ('with TLS 1.2 asked for by name it works: ' + $tls.Shown)
    Say ('so the cause is this machine: ' + $cause)
  } else {
    Say ('with TLS 1.2 asked for by name it fails, too: ' + $again)
    Say ('one cause among others: ' + $cause)
  }
}

function Visit($try) {
  $line = OpenLine $try
  Say ('from: ' + $line.Client.Client.LocalEndPoint.ToString())
  Say ('greeting: ' + $line.Greeting)
  if (IsGood $line.Greeting) {
    $hello = SendLine $line ('EHLO ' + (OwnName $line))
    Say ('EHLO: ' + $hello)
    NameBoth $line $try
  }
  [void](CloseLine $line)
  if (-not ((IsGood $line.Greeting) -and $hello.Contains('STARTTLS'))) {
    return
  }
  $line = StartTls $try
  Say ('STARTTLS: ' + $line.Greeting)
  if (IsGood $line.Greeting) {
    $why = Encrypt $line $try $null
    if ($null -ne $why) {
      $line.Client.Close()
      ExplainHandshake $try $why
      return
    }
    Say ('TLS: ' + $tls.Shown)
    Say ('EHLO after STARTTLS: ' + (SendLine $line ('EHLO ' + (OwnName $line))))
    NameBoth $line $try
  }
  [void](CloseLine $line)
}

function Hold($try) {
  $held = @()
  $refusal = 'none was refused'
  try {
    while ($held.Count -lt $Connections) {
      $line = OpenLine $try
      if (-not (IsGood $line.Greeting)) {
        $refusal = 'the next one got: ' + $line.Greeting
        $line.Client.Close()
        break
      }
      $held += $line
    }
  } catch {
    $refusal = 'the next one failed: ' + $_.Exception.Message
  }
  Say ('' + $held.Count + ' connections held together, ' + $refusal)
  foreach ($line in $held) {
    $farewell = CloseLine $line
    if (-not (IsGood $farewell)) {
      Say ('one of them was closed by the server: ' + $farewell)
    }
  }
}

function SendAll($try) {
  $from = $try.From
  if ($from -eq '') {
    $from = $SendTo
  }
  $mark = [Guid]::NewGuid().ToString('N').Substring(0, 8)
  $domain = $from.Substring($from.IndexOf('@') + 1)
  $taken = @()
  $line = OpenLine $try
  $start = [DateTime]::UtcNow
  [void](SendLine $line ('EHLO ' + (OwnName $line)))
  for ($i = 1; $i -le $Messages; $i++) {
    $said = SendLine $line ('MAIL FROM:<' + $from + '>')
    if (IsGood $said) {
      $said = SendLine $line ('RCPT TO:<' + $SendTo + '>')
    }
    if (IsGood $said) {
      $said = SendLine $line 'DATA'
    }
    if (-not $said.StartsWith('354')) {
      Say ('message ' + $i + ' was refused: ' + $said)
      break
    }
    $text = 'From: <' + $from + ">`r`nTo: <" + $SendTo + ">`r`nSubject: relay probe " + $mark +
      ' ' + $i + "`r`nMessage-ID: <relay-probe." + $mark + '.' + $i + '@' + $domain +
      ">`r`nX-Relay-Probe: " + $mark + ' ' + $i + "`r`nAuto-Submitted: auto-generated`r`n`r`n" +
      'This message measures how fast a relay acknowledges mail. It can be deleted.' + "`r`n."
    $before = [Diagnostics.Stopwatch]::StartNew()
    $said = SendLine $line $text
    if (-not (IsGood $said)) {
      Say ('message ' + $i + ' was refused: ' + $said)
      break
    }
    $taken += $before.ElapsedMilliseconds
  }
  $seconds = ([DateTime]::UtcNow - $start).TotalSeconds
  [void](CloseLine $line)
  if ($taken.Count -gt 0) {
    $sorted = @($taken | Sort-Object)
    $half = $sorted[[int][Math]::Ceiling([double]$sorted.Count / 2) - 1]
    $rate = [Math]::Round($taken.Count / [Math]::Max($seconds, 0.001), 1)
    Say ('' + $taken.Count + ' messages taken, ' + $rate + ' a second; half of them acknowledged' +
      ' within ' + $half + ' ms, the slowest within ' + $sorted[$sorted.Count - 1] + ' ms')
  }
}

if (($Patience -lt 1) -or ($Patience -gt 3600)) {
  throw '-Patience is 1 to 3600 seconds'
}
if (($Connections -gt $most) -or ($Messages -gt $most)) {
  throw ('at most ' + $most + ' connections and ' + $most + ' messages')
}
if (($SendTo -ne '') -and ($SendTo -notmatch '^[!-~]+@[!-~]+$')) {
  throw ('not an address: ' + $SendTo)
}
$tries = @()
