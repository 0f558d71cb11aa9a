# Cmdlets of Exchange for the collector's tests: two servers, a connector each, answers as remoting
# gives them. For Windows PowerShell 2.0 and later.
function Add-PSSnapin([string]$Name) {
}

function Get-ExchangeServer {
  param([string]$DomainController)
  foreach ($name in @('EX01', 'EX02')) {
    New-Object PSObject -Property @{
      Name = $name
      AdminDisplayVersion = 'Version 15.2 (Build 1118.7)'
      ServerRole = 'Mailbox'
      Edition = 'Standard'
      Fqdn = ($name.ToLower() + '.corp.example')
      OriginatingServer = 'dc1.corp.example'
    }
  }
}

function Get-ReceiveConnector {
  param([string]$DomainController)
  if ($DomainController -ne 'dc1.corp.example') {
    throw 'the domain controller that answered first is to be asked again'
  }
  foreach ($server in @('EX01', 'EX02')) {
    # a name with each of the characters that PowerShell takes for a single quote
    $name = 'Relay ' + [char]39 + [char]0x2018 + [char]0x2019 + [char]0x201A + [char]0x201B
    New-Object PSObject -Property @{
      Name = $name
      Identity = ($server + '\' + $name)
      Server = $server
      DistinguishedName = ('CN=' + $server)
      OriginatingServer = 'dc1.corp.example'
      WhenChangedUTC = [DateTime]'2026-01-02T03:04:05'
      Banner = ''
      Comment = $null
      Enabled = $true
      Bindings = [string[]]@('0.0.0.0:25', '[::]:25')
      RemoteIPRanges = [string[]]@('192.0.2.0/24')
      TarpitInterval = [TimeSpan]::FromSeconds(5)
      MaxMessageSize = '36 MB (37,748,736 bytes)'
      MaxInboundConnectionPerSource = 'Unlimited'
    }
  }
}

function Get-ADPermission {
  param([string]$Identity, [string]$DomainController)
  foreach ($inherited in @($false, $true)) {
    New-Object PSObject -Property @{
      User = 'S-1-5-7'
      Deny = $inherited
      IsInherited = $inherited
      ExtendedRights = [string[]]@('ms-Exch-SMTP-Accept-Any-Recipient')
      AccessRights = [string[]]@('ExtendedRight')
    }
  }
}

function Get-TransportConfig {
  param([string]$DomainController)
  New-Object PSObject -Property @{ MaxReceiveSize = '36 MB (37,748,736 bytes)' }
}

function Get-TransportService {
  param([string]$DomainController)
  New-Object PSObject -Property @{ Name = 'EX01'; MaxConnectionRatePerMinute = 1200 }
}

function Get-AcceptedDomain {
  param([string]$DomainController)
  New-Object PSObject -Property @{ Name = 'Corp'; DomainName = 'corp.example'; DomainType = 'Authoritative'; Default = $true }
}

function Get-ExchangeCertificate {
  param([string]$Server, [string]$DomainController)
  New-Object PSObject -Property @{
    Thumbprint = '0123456789ABCDEF0123456789ABCDEF01234567'
    Subject = 'CN=relay.corp.example'
    Issuer = 'CN=Corp CA'
    CertificateDomains = [string[]]@('relay.corp.example', 'ex01.corp.example')
    NotAfter = New-Object DateTime(2028, 3, 1, 12, 0, 0, ([DateTimeKind]::Utc))
    Services = 'IIS, SMTP'
  }
}

function Get-ServerComponentState {
  param([string]$Identity)
  New-Object PSObject -Property @{ Component = 'FrontendTransport'; State = 'Active' }
}
