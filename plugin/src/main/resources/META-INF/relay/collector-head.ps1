# Collects the settings of Exchange receive connectors into one file. It only reads.
#
#   powershell.exe -NoProfile -File collect.ps1 -Out C:\ProgramData\relay\answer.txt
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
  $asked += 'out=' + [IO.Path]::GetFullPath($Out)
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
  foreach ($one in $Server) {
    $asked += 'server=' + $one
  }
}
$parameters = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes([string]::Join("`n", [string[]]$asked)))
