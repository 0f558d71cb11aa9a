# Runs the plugin's scripts for Exchange on the stand-in of its cmdlets, in a real PowerShell:
#   pwsh -File Verify.ps1 -Scripts FOLDER -Module FOLDER/RelayExchange -Work EMPTY_FOLDER
# FOLDER holds scripts and rollback, and the records that the scripts were made from.
param(
  [Parameter(Mandatory = $true)][string]$Scripts,
  [Parameter(Mandatory = $true)][string]$Module,
  [Parameter(Mandatory = $true)][string]$Work
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$env:RELAY_STATE = Join-Path $Work 'state.xml'
$allowed = @{ AllowNarrowing = $true; AllowWidening = $true; AllowRemoval = $true }
$failures = New-Object Collections.ArrayList
$commands = @{}
$invariant = [Globalization.CultureInfo]::InvariantCulture
Import-Module $Module -Force

function Assert([string]$what, [bool]$holds) {
  if (-not $holds) {
    [void]$failures.Add($what)
    Write-Host ('FAILED: ' + $what)
  }
}

function Use-World([string]$name, [string]$shape, [string]$users) {
  $env:RELAY_FAULT = ''
  $env:RELAY_SHAPE = $shape
  $env:RELAY_USERS = $users
  Import-RelayRecord (Join-Path $Scripts ($name + '.xml'))
}

function Get-Writes {
  return @([IO.File]::ReadAllLines($env:RELAY_STATE + '.writes')).Count
}

# Runs a script as people do, by its file, which is parsed once; what it tells is kept, and shown only if something fails.
function Invoke-Script([string]$kind, [string]$name, $switches) {
  $file = Join-Path (Join-Path $Scripts $kind) ($name + '.ps1')
  if (-not $commands.ContainsKey($file)) {
    $commands[$file] = Get-Command $file
  }
  $global:LASTEXITCODE = -1
  $script:told = @(& $commands[$file] @switches 6>&1 3>&1)
  return $global:LASTEXITCODE
}

# Everything but the entries that come from above, which no script gives or takes.
function Get-State {
  return @(Export-RelayState | Where-Object { $_ -notlike '* entry True *' })
}

function Compare-States([string]$what, $expected) {
  $now = @(Get-State)
  foreach ($line in @(Compare-Object @($expected) $now -CaseSensitive)) {
    Assert ($what + ': ' + $line.SideIndicator + ' ' + $line.InputObject) $false
  }
}

# A dry run writes nothing; one run does it all; twice is once; one run brings everything back.
function Test-Laws([string]$name, [string]$what) {
  $before = @(Get-State)
  $dry = @{ WhatIf = $true } + $allowed
  Assert ($what + ': the dry run ended with an error') ((Invoke-Script '.' $name $dry) -ne 1)
  Assert ($what + ': a dry run wrote something') ((Get-Writes) -eq 0)
  $code = Invoke-Script '.' $name $allowed
  Assert ($what + ': the script ended with ' + $code + "`n" + ($told -join "`n")) ($code -eq 0)
  $after = @(Get-State)
  $writes = Get-Writes
  Assert ($what + ': the script wrote nothing') ($writes -gt 0)
  $code = Invoke-Script '.' $name $allowed
  Assert ($what + ': the second run ended with ' + $code + "`n" + ($told -join "`n")) ($code -eq 0)
  Assert ($what + ': the second run wrote something') ((Get-Writes) -eq $writes)
  $code = Invoke-Script 'rollback' $name $allowed
  Assert ($what + ': the rollback ended with ' + $code + "`n" + ($told -join "`n")) ($code -eq 0)
  Compare-States ($what + ': after the rollback') $before
  return $after
}

# ---- Edge and a Mailbox server, native and deserialised objects, names and SIDs, three cultures ----
$finished = @{}
foreach ($world in @('en-US native sid EDGE01', 'en-US native sid EX01', 'de-DE deserialised name EX01', 'tr-TR deserialised sid EX01')) {
  $culture, $shape, $users, $name = $world.Split(' ')
  [Threading.Thread]::CurrentThread.CurrentCulture = New-Object Globalization.CultureInfo($culture)
  Use-World $name $shape $users
  $finished[$name] = @(Test-Laws $name $world)
  [Threading.Thread]::CurrentThread.CurrentCulture = $invariant
}

# ---- whatever fails, a script ends by itself, tells it, and the next run finishes the work ----
$faults = @(
  'throw:Get-ReceiveConnector', 'error:Get-ReceiveConnector', 'empty:Get-ReceiveConnector', 'otherserver', 'two',
  'throw:Set-ReceiveConnector', 'error:Set-ReceiveConnector', 'late:Set-ReceiveConnector', 'noop:Set-ReceiveConnector', 'half:Set-ReceiveConnector',
  'throw:New-ReceiveConnector', 'error:New-ReceiveConnector', 'late:New-ReceiveConnector',
  'throw:Remove-ReceiveConnector', 'error:Remove-ReceiveConnector',
  'throw:Get-ADPermission', 'error:Get-ADPermission', 'empty:Get-ADPermission',
  'throw:Add-ADPermission', 'noop:Add-ADPermission', 'dropcustom'
)
foreach ($fault in $faults) {
  $name = 'EX01'
  Use-World $name 'deserialised' 'name'
  $before = @(Get-State)
  $env:RELAY_FAULT = $fault
  $code = Invoke-Script '.' $name $allowed
  $env:RELAY_FAULT = ''
  $text = $told -join "`n"
  $what = $name + ' with ' + $fault
  $stopped = $text.Contains('STOPPED') -or $text.Contains('REFUSED')
  Assert ($what + ': ended with ' + $code + "`n" + $text) (($code -eq 1) -eq $stopped -and ($code -eq 1 -or $code -eq 0))
  if ($text.Contains('REFUSED')) {
    Compare-States $what $before
  }
  if ($fault.StartsWith('half:')) {
    # a connector that Exchange made by half of what it was told is not recognised
    continue
  }
  $code = Invoke-Script '.' $name $allowed
  Assert ($what + ': the next run ended with ' + $code + "`n" + ($told -join "`n")) ($code -eq 0)
  Compare-States ($what + ': after the next run') $finished[$name]
}

# ---- somebody changes a value between any two looks: it is never overwritten ----
foreach ($look in @(1, 3, 4, 5, 6)) {
  Use-World 'EX01' 'native' 'sid'
  Import-Module $Module -Force
  $env:RELAY_FAULT = 'race:' + $look
  $code = Invoke-Script '.' 'EX01' $allowed
  $env:RELAY_FAULT = ''
  $calls = [IO.File]::ReadAllText($env:RELAY_STATE + '.calls')
  $set = $calls.IndexOf('-TarpitInterval')
  $now = @(Export-RelayState | Where-Object { $_ -like '*\Application Relay TarpitInterval = *' })
  $reads = @([regex]::Matches($calls, 'Get-ReceiveConnector ') | Where-Object { $set -lt 0 -or $_.Index -lt $set }).Count
  if ($look -le $reads) {
    Assert ('race ' + $look + ': ' + $now + ' after ' + $reads + " looks`n" + ($told -join "`n")) ($now[0].EndsWith('00:00:09'))
  }
}

# ---- a role that lacks a cmdlet: nothing is changed, and the role is named ----
foreach ($cmdlet in @('Add-ADPermission', 'Set-ReceiveConnector', 'Remove-ReceiveConnector', 'New-ReceiveConnector')) {
  $env:RELAY_MISSING = $cmdlet
  Import-Module $Module -Force
  $env:RELAY_MISSING = ''
  Use-World 'EX01' 'native' 'sid'
  $code = Invoke-Script '.' 'EX01' $allowed
  $role = 'Receive Connectors'
  if ($cmdlet -eq 'Add-ADPermission') {
    $role = 'Active Directory Permissions'
  }
  $text = $told -join "`n"
  Assert ('without ' + $cmdlet + ': ended with ' + $code + "`n" + $text) ($code -eq 1 -and $text.Contains('REFUSED, nothing is changed') -and $text.Contains($cmdlet) -and $text.Contains($role))
  Assert ('without ' + $cmdlet + ': something was written') ((Get-Writes) -eq 0)
}
Import-Module $Module -Force

# ---- aliases and variables of the caller do not get in the way ----
Use-World 'EX01' 'native' 'sid'
foreach ($word in @('Find', 'Same', 'Connector', 'Change', 'Setting', 'Right', 'Say', 'All', 'Update', 'Mend', 'Retire', 'Create')) {
  Set-Alias -Name $word -Value Get-Date
}
$server = 'EX99'; $step = 'x'; $edge = $true
[void](Test-Laws 'EX01' 'with aliases of the caller')

# ---- sent as a block, as Invoke-Command -FilePath does, and pasted: the session goes on ----
Use-World 'EX01' 'native' 'sid'
$text = [IO.File]::ReadAllText((Join-Path $Scripts 'EX01.ps1'))
$there = [PowerShell]::Create()
[void]$there.AddScript("Import-Module '" + $Module + "'").Invoke()
$there.Commands.Clear()
[void]$there.AddScript($text).Invoke()
$sent = @($there.Streams.Information | ForEach-Object { [string]$_ }) -join "`n"
Assert ("sent as a block`n" + $sent) ($sent.Contains('left out') -and -not $sent.Contains('REFUSED'))
$there.Dispose()
$there = [PowerShell]::Create()
[void]$there.AddScript("Import-Module '" + $Module + "'").Invoke()
Use-World 'EX01' 'native' 'sid'
foreach ($piece in [regex]::Split($text, '(?:\r?\n){2,}')) {
  $there.Commands.Clear()
  [void]$there.AddScript($piece).Invoke()
}
$there.Commands.Clear()
$alive = @($there.AddScript('1 + $notSet; $ErrorActionPreference').Invoke())
$said = @($there.Streams.Information | ForEach-Object { [string]$_ }) -join "`n"
Assert ("pasted`n" + $said) ($said.Contains('left out') -and -not $said.Contains('REFUSED'))
Assert ('pasted: the session is not as it was: ' + $alive) ($alive.Count -eq 2 -and $alive[1] -eq 'Continue')
$there.Dispose()

if ($failures.Count -gt 0) {
  exit 1
}
Write-Host 'All scripts fix in one run, fix once, and can be undone in one run.'
exit 0
