#                                   | Fixes 1 Exchange server: 1 to add, 10 to change, 1 to remove, 2 by hand.
#                                   | Run it in the Exchange Management Shell: .\all.ps1 -WhatIf prints the plan of each server with what would be left out now. Its switches are given to each script, which says what waits for them.
#                                   | It stops after the first script of which something stopped, unless -GoOn is given, and ends with the worst code: 0 if all of it is so, 1 if something stopped, 2 if something was left out.
#                                   | What it cannot run, such as scripts in SQL, it names at its end, each with its line.

#Requires -Version 2.0
[CmdletBinding(SupportsShouldProcess=$true)]
param(
  [switch]$AllowNarrowing,
  [switch]$AllowWidening,
  [switch]$AllowRemoval,
  [switch]$GoOn
)
$relayGiven = @{ AllowNarrowing = $AllowNarrowing; AllowWidening = $AllowWidening; AllowRemoval = $AllowRemoval; WhatIf = [bool]$WhatIfPreference }
$relayHere = Split-Path -Parent $MyInvocation.MyCommand.Path
$relayCode = 0
$relayRest = New-Object Collections.ArrayList
$relayFiles = @(
  'EX01.ps1'
)
$relayOthers = @(
  'To run on EDGE01: .\EDGE01.ps1 -WhatIf'
)
foreach ($relayFile in $relayFiles) {
  if ($relayCode -eq 1 -and -not $GoOn) {
    [void]$relayRest.Add($relayFile)
  } else {
    Write-Host ('---- ' + $relayFile)
    $global:LASTEXITCODE = 1
    & (Join-Path $relayHere $relayFile) @relayGiven
    if ($LASTEXITCODE -eq 1 -or ($LASTEXITCODE -ne 0 -and $relayCode -eq 0)) {
      $relayCode = $LASTEXITCODE
    }
  }
}
if ($relayRest.Count -gt 0) {
  Write-Host ('A script stopped, so these were not run: ' + [string]::Join(', ', [string[]]$relayRest.ToArray()))
  Write-Host 'Look at what stopped, then run this again: what is done stays done. -GoOn runs them all the same.'
}
foreach ($relayLine in $relayOthers) {
  Write-Host $relayLine
}
exit $relayCode
