# Collects the settings of Exchange receive connectors into one file. It only reads.
#
#   powershell.exe -NoProfile -ExecutionPolicy Bypass -File collect-receive-connectors.ps1 -Out C:\ProgramData\relay\answer.txt
#
# -Server EX01,EX02 reads the connectors of these servers only. A server with Exchange 2010 that is asked
# with -SnapIn needs powershell.exe -Version 2.0, before all else.
#
# Run or schedule it under an account that is a member of View-Only Organization Management.
# Give the account that fetches the file read access to its folder, and nothing more.
#Requires -Version 2.0
param(
  [string]$Out,
  [string]$Endpoint,
  [switch]$Edge,
  [string]$SnapIn,
  [string]$DomainController,
  [string[]]$Server
)

$asked = @()
if ($Out) {
  # a relative path is relative to where the shell stands, which the process does not know
  $asked += 'out=' + $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Out)
}
if ($Endpoint) {
  $asked += 'way=endpoint'
  $asked += 'endpoint=' + $Endpoint
}
if ($Edge) {
  $asked += 'way=edge'
}
if ($SnapIn) {
  $asked += 'way=snapin'
  $asked += 'snapin=' + $SnapIn
}
if ($DomainController) {
  $asked += 'domainController=' + $DomainController
}
if ($Server) {
  # powershell -File hands on EX01,EX02 as one text
  foreach ($one in ([string]::Join(',', $Server)).Split(',')) {
    if ($one.Trim()) {
      $asked += 'server=' + $one.Trim()
    }
  }
}
$parameters = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes([string]::Join("`n", [string[]]$asked)))
