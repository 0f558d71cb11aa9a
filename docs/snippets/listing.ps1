$FormatEnumerationLimit = -1   # else a list ends after 16 elements
Get-ReceiveConnector -Server EX01 | Format-List | Out-File -Encoding UTF8 -Width 4096 EX01.txt
