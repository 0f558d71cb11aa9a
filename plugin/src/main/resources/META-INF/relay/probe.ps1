# Tries receive connectors from this machine, as relay:probe does, and prints what comes back.
#
#   powershell.exe -NoProfile -ExecutionPolicy Bypass -File probe.ps1
#
# It changes nothing and sends no message unless -SendTo is given. -Connections N opens up to N
# connections to each connector that is not Exchange setup's own, holds them, and closes them.
# Windows PowerShell 2.0 or later; no rights are needed.
param(
  [int]$Connections = 0,
  [string]$SendTo = '',
  [int]$Messages = 20
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$most = 1000
$tls = @{ Problems = 'none' }

function Say([string]$text) {
  Write-Output $text
}

function ReadReply($line) {
  $lines = @()
  try {
    do {
      $got = $line.Reader.ReadLine()
      if ($null -eq $got) {
        $lines += '(the server hung up)'
        break
      }
      $lines += $got
    } while (($got.Length -gt 3) -and ($got.Substring(3, 1) -eq '-'))
  } catch {
    $lines += '(no reply: ' + $_.Exception.Message + ')'
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
    $line.Broken = $true
  }
  return (ReadReply $line)
}

function OpenLine($try) {
  $client = New-Object Net.Sockets.TcpClient
  $begun = $client.BeginConnect($try.Name, $try.Port, $null, $null)
  if (-not $begun.AsyncWaitHandle.WaitOne(20000, $false)) {
    $client.Close()
    throw 'no connection within 20 s'
  }
  $client.EndConnect($begun)
  $client.ReceiveTimeout = 660000
  $client.SendTimeout = 60000
  $stream = $client.GetStream()
  $reader = New-Object IO.StreamReader($stream, [Text.Encoding]::ASCII)
  $line = @{ Client = $client; Stream = $stream; Reader = $reader; Broken = $false; Greeting = '' }
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

function Encrypt($line, $try) {
  $said = SendLine $line 'STARTTLS'
  Say ('STARTTLS: ' + $said)
  if (-not (IsGood $said)) {
    return $false
  }
  $look = [Net.Security.RemoteCertificateValidationCallback]{
    param($sender, $certificate, $chain, $problems)
    $tls.Problems = $problems.ToString()
    return $true
  }
  $secure = New-Object Net.Security.SslStream($line.Stream, $false, $look)
  $secure.AuthenticateAsClient($try.Name)
  $shown = $secure.RemoteCertificate
  $line.Stream = $secure
  $line.Reader = New-Object IO.StreamReader($secure, [Text.Encoding]::ASCII)
  return ('certificate: ' + $shown.Subject + ', by ' + $shown.Issuer + ', from ' +
    $shown.GetEffectiveDateString() + ' until ' + $shown.GetExpirationDateString() +
    ', problems for this machine: ' + $tls.Problems)
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
  $line = OpenLine $try
  [void](SendLine $line ('EHLO ' + (OwnName $line)))
  $said = @(Encrypt $line $try)
  Say $said[0]
  if ($said[$said.Count - 1] -is [string]) {
    Say $said[$said.Count - 1]
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
        $refusal = 'the next one was told: ' + $line.Greeting
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

if (($Connections -gt $most) -or ($Messages -gt $most)) {
  throw ('at most ' + $most + ' connections and ' + $most + ' messages')
}
if (($SendTo -ne '') -and ($SendTo -notmatch '^[!-~]+@[!-~]+$')) {
  throw ('not an address: ' + $SendTo)
}
$tries = @()
