$FormatEnumerationLimit = -1   # else a list ends after 16 elements
Get-ReceiveConnector -Server EX02 | Export-Clixml EX02.xml
Get-ReceiveConnector -Server EX02 | Format-List | Out-File -Encoding UTF8 -Width 4096 EX02.txt   # or as text
