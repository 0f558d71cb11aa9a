# Runs the plugin's scripts for Exchange on a stand-in of its cmdlets, in any PowerShell:
#   powershell -File Verify.ps1 -Scripts FOLDER
# FOLDER holds remedy and rollback, and the records that the scripts were made from. For each host:
# a dry run changes nothing, two runs mend (the second removes what the first disabled), one more
# changes nothing, and the rollback brings back what the record says.
param([Parameter(Mandatory = $true)][string]$Scripts)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path (Split-Path -Parent $MyInvocation.MyCommand.Path) 'Exchange.psm1') -Force
$allowed = @{ AllowNarrowing = $true; AllowWidening = $true; AllowRemoval = $true }
$failures = 0

function Fail([string]$what) {
  Write-Host ('FAILED: ' + $what)
  $script:failures = $script:failures + 1
}

function Differences($before, $after) {
  return @(Compare-Object @($before | Sort-Object) @($after | Sort-Object) -CaseSensitive)
}

foreach ($remedy in @(Get-ChildItem (Join-Path $Scripts 'remedy') -Filter '*.ps1')) {
  $name = [IO.Path]::GetFileNameWithoutExtension($remedy.Name)
  $rollback = Join-Path (Join-Path $Scripts 'rollback') $remedy.Name
  Write-Host ('==== ' + $name)
  Import-Record (Join-Path (Resolve-Path $Scripts).Path ($name + '.xml'))
  $before = @(Get-State)

  & $remedy.FullName -WhatIf @allowed
  if ((Get-WriteCount) -ne 0) {
    Fail ($name + ': a dry run wrote something')
  }
  & $remedy.FullName @allowed
  if ($LASTEXITCODE -eq 1) {
    Fail ($name + ': the remedy stopped')
  }
  & $remedy.FullName @allowed
  if ($LASTEXITCODE -ne 0) {
    Fail ($name + ': the remedy did not finish, but ended with ' + $LASTEXITCODE)
  }
  if (@(Differences $before (Get-State)).Count -eq 0) {
    Fail ($name + ': the remedy changed nothing')
  }
  [void](Get-WriteCount)
  & $remedy.FullName @allowed
  if ($LASTEXITCODE -ne 0 -or (Get-WriteCount) -ne 0) {
    Fail ($name + ': the remedy changes something again')
  }
  & $rollback @allowed
  & $rollback @allowed
  if ($LASTEXITCODE -ne 0) {
    Fail ($name + ': the rollback ended with ' + $LASTEXITCODE)
  }
  foreach ($line in @(Differences $before (Get-State))) {
    Fail ($name + ': after the rollback ' + $line.SideIndicator + ' ' + $line.InputObject)
  }
}
if ($failures -gt 0) {
  exit 1
}
Write-Host 'All scripts mend, mend once, and can be undone.'
exit 0
