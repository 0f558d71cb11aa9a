package org.relaycheck.explain.cause;

import static org.relaycheck.explain.cause.PlaceToLook.at;
import static org.relaycheck.explain.cause.PlaceToLook.elsewhere;

import java.util.List;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;

/** Causes behind refusals of one setting of a receive connector each, and around its server. */
final class ConnectorCauseRows {

  private static final String REFERENCE = "Set-ReceiveConnector reference";
  private static final String PUBLISHED = "protocol logs and events that administrators published";

  static final List<Cause> ALL =
      List.of(
          Cause.row(
                  "login-kind",
                  "the connector does not offer the way to log in that the client takes",
                  "Database Mail logs in with a password by AUTH LOGIN, which wants BasicAuth."
                      + " After"
                      + " a login that failed the session waits for the tarpit interval.")
              .look(
                  at(
                      ReceiveConnectorRows.AUTH_MECHANISM,
                      "BasicAuth, or BasicAuthRequireTLS with encryption; or let the account send"
                          + " without a login"),
                  at(MailAccountRows.AUTH, "as the connector offers it"),
                  at(ReceiveConnectorRows.TARPIT_INTERVAL, "what such a session waits"),
                  at(ReceiveConnectorRows.AUTH_TARPIT_INTERVAL, "the same from Exchange 2016 on"))
              .judged(LoginJudges::mechanism)
              .from(REFERENCE + "; " + PUBLISHED),
          Cause.row(
                  "logged-in-sender",
                  "the user that logged in may not send as this sender (Send As)",
                  "A client that has logged in may use its own address, and others only with"
                      + " Send As"
                      + " for them or where the connector trusts it.")
              .look(
                  elsewhere(
                      "Add-ADPermission SENDER-MAILBOX -User USER -ExtendedRights \"Send As\","
                          + " or the"
                          + " sender address of the mailbox that logs in"),
                  at(MailAccountRows.EMAIL_ADDRESS, "the address of the user that logs in"),
                  at(
                      ReceiveConnectorRows.AUTH_MECHANISM,
                      "ExternalAuthoritative for a sender that is trusted as a whole, on a"
                          + " connector whose RemoteIPRanges are narrow"))
              .from("replies that administrators published; receive connectors guide"),
          Cause.row(
                  "logged-in-relay",
                  "the user that logged in has no right to relay on this connector",
                  "The right comes with ExchangeUsers, for users of the organisation.")
              .look(
                  at(ReceiveConnectorRows.PERMISSION_GROUPS, "ExchangeUsers"),
                  at(
                      ReceiveConnectorRows.EXTENDED_RIGHTS,
                      "allow 'authenticated users' ms-Exch-SMTP-Accept-Any-Recipient"))
              .from("receive connectors guide"),
          Cause.row(
                  "accepted-domain",
                  "the recipient's domain is none that the organisation accepts mail for",
                  "Mail for an accepted domain needs no right to relay. Where the recipient is one"
                      + " of your own, the domain is missing; opening a relay is not the cure.")
              .look(
                  elsewhere(
                      "Get-AcceptedDomain: the domain of the recipient, spelled as in the mail"))
              .judged(LoginJudges::domains)
              .from("anonymous relay guide; accepted domains guide"),
          Cause.row(
                  "submit-right",
                  "the connector's permission groups do not let this client submit mail",
                  "Who may submit is decided by PermissionGroups: a client that has not logged in"
                      + " needs AnonymousUsers, one that has needs the group of its kind.")
              .look(
                  at(
                      ReceiveConnectorRows.PERMISSION_GROUPS,
                      "AnonymousUsers, or ExchangeUsers for clients that log in"),
                  at(ReceiveConnectorRows.EXTENDED_RIGHTS, "no deny of ms-Exch-SMTP-Submit"))
              .judged(LoginJudges::submit)
              .from("receive connectors guide; event 1020 help"),
          Cause.row(
                  "header-size",
                  "the limit of the size of a mail's header",
                  "Many recipients in To and Cc, or many servers on the way, make a header long.")
              .look(at(ReceiveConnectorRows.MAX_HEADER_SIZE, "more than the longest header"))
              .judged(ConnectorJudge.value(ReceiveConnectorRows.MAX_HEADER_SIZE))
              .from(REFERENCE + "; " + PUBLISHED),
          Cause.row(
                  "connector-certificate",
                  "Exchange has no certificate for this connector, so that it offers no STARTTLS",
                  "It looks for the certificate that TlsCertificateName names, else for one with"
                      + " the"
                      + " connector's Fqdn among its names, that is valid and enabled for SMTP.")
              .look(
                  at(ReceiveConnectorRows.TLS_CERTIFICATE_NAME, "issuer and subject of it"),
                  at(ReceiveConnectorRows.FQDN, "a name that is in the certificate"),
                  elsewhere(
                      "Get-ExchangeCertificate: NotAfter, CertificateDomains, and SMTP among its"
                          + " Services (Enable-ExchangeCertificate -Services SMTP)"))
              .judged(new ConnectorJudge(CertificateJudges::connector))
              .from("event 12014, as administrators published it; " + REFERENCE),
          Cause.row(
                  "starttls-off",
                  "the account encrypts, and the connector offers no encryption",
                  "Without Tls in AuthMechanism there is no STARTTLS.")
              .look(
                  at(ReceiveConnectorRows.AUTH_MECHANISM, "Tls"),
                  at(MailAccountRows.ENABLE_SSL, "false, if the connector is not to encrypt"))
              .judged(LoginJudges::noEncryption)
              .from(REFERENCE + "; words of .NET"),
          Cause.row(
                  "ehlo-name",
                  "the client calls itself by a name that the server does not take",
                  "It is the computer name of the SQL Server: one with an underscore is no domain"
                      + " name, and RequireEHLODomain wants one that is.")
              .look(
                  elsewhere("the name after EHLO in the protocol log"),
                  at(ReceiveConnectorRows.REQUIRE_EHLO_DOMAIN, "false"))
              .judged(
                  ConnectorJudge.value(
                      ReceiveConnectorRows.REQUIRE_EHLO_DOMAIN,
                      required -> required ? Likelihood.FITS : Likelihood.POSSIBLE))
              .from(REFERENCE + "; cases that administrators published"),
          Cause.row(
                  "bare-linefeed",
                  "the connector refuses mail whose line ends are a line feed alone",
                  "Text that was put together with CHAR(10) has such line ends.")
              .look(
                  elsewhere("CHAR(13) + CHAR(10) in the text of the mail"),
                  at(ReceiveConnectorRows.BARE_LINEFEED_REJECTION_ENABLED, "false"))
              .judged(
                  ConnectorJudge.value(
                      ReceiveConnectorRows.BARE_LINEFEED_REJECTION_ENABLED,
                      on -> on ? Likelihood.FITS : Likelihood.UNLIKELY))
              .from(REFERENCE),
          Cause.row(
                  "address-too-long",
                  "an address of the mail is malformed, or longer than the connector takes",
                  "Long addresses are taken only with LongAddressesEnabled.")
              .look(
                  elsewhere("the addresses of the mail"),
                  at(ReceiveConnectorRows.LONG_ADDRESSES_ENABLED, "true, on a hub connector"),
                  at(ReceiveConnectorRows.SMTP_UTF8_ENABLED, "true for addresses beyond ASCII"))
              .from(REFERENCE),
          Cause.row(
                  "extension-off",
                  "the client uses an extension of SMTP that the connector does not offer",
                  "A client that keeps to the answer to EHLO never does; some do not.")
              .look(
                  at(ReceiveConnectorRows.ORAR_ENABLED, "true for XORAR"),
                  at(ReceiveConnectorRows.DELIVERY_STATUS_NOTIFICATION_ENABLED, "true for DSN"),
                  at(ReceiveConnectorRows.SIZE_ENABLED, "Enabled for SIZE"),
                  at(ReceiveConnectorRows.EIGHT_BIT_MIME_ENABLED, "true for 8BITMIME"),
                  at(ReceiveConnectorRows.BINARY_MIME_ENABLED, "true for BINARYMIME"),
                  at(ReceiveConnectorRows.CHUNKING_ENABLED, "true for CHUNKING"),
                  at(ReceiveConnectorRows.SMTP_UTF8_ENABLED, "true for SMTPUTF8"))
              .from(REFERENCE),
          Cause.row(
                  "wrong-commands",
                  "something that is no mail client, or a filter in between, changes the commands",
                  "Firewalls that inspect SMTP write over commands that they do not know, such as"
                      + " EHLO and STARTTLS.")
              .look(
                  elsewhere(
                      "the commands in the protocol log, and SMTP inspection of firewalls on the"
                          + " way"),
                  at(MailAccountRows.ENABLE_SSL, "as the connector on that port wants it"))
              .from("cases that administrators published"),
          Cause.row(
                  "exchange-dns",
                  "the Exchange server's own DNS lookups fail",
                  "A DNS server that does not know the organisation's own names, or does not"
                      + " answer, is enough: one of several on one network card too.")
              .look(
                  elsewhere(
                      "the DNS servers of every network card of the Exchange server: only such as"
                          + " know the domain; Resolve-DnsName for the server's own full name and"
                          + " for the target; Get-TransportService | fl *DNS*"))
              .from("KB 972744; a list of proxy errors that an administrator published"),
          Cause.row(
                  "login-check",
                  "the server cannot check logins: clock, domain controller or service name",
                  "Kerberos wants clocks within 5 minutes, a domain controller in reach, and the"
                      + " SPN of the server once in the directory.")
              .look(
                  elsewhere(
                      "w32tm /query /status on both machines; setspn -L of the Exchange server for"
                          + " SmtpSvc; event 1035 of the same minute"))
              .from("Exchange mail flow article for 454 4.7.0"),
          Cause.row(
                  "broken-on-the-way",
                  "something on the way, or the other side, ends the connection",
                  "A firewall that inspects or forgets sessions, a filter, or a server that does"
                      + " not take the client's version of TLS.")
              .look(
                  elsewhere(
                      "the protocol log of the receive connector at the same second: with an entry"
                          + " the server ended it, without one something in between did"),
                  at(ReceiveConnectorRows.REMOTE_IP_RANGES, "whether a connector takes the sender"),
                  elsewhere("SMTP inspection and session time-outs of firewalls on the way"))
              .from("cases that administrators published"),
          Cause.row(
                  "plain-text-port",
                  "one side begins with TLS, and the other does not expect it",
                  "Database Mail begins without TLS and changes with STARTTLS (ports 25 and 587)."
                      + " On port 465 the server waits for TLS at once.")
              .look(
                  at(MailAccountRows.PORT, "25 or 587"),
                  at(MailAccountRows.ENABLE_SSL, "true only where STARTTLS is offered"))
              .judged(new AccountJudge(LoginJudges::implicitTls))
              .from("words of .NET"),
          Cause.row(
                  "role-conflict",
                  "a connector of another role listens at the same address and port",
                  "Connectors of the front end and of the hub service cannot share a port.")
              .look(
                  at(ReceiveConnectorRows.BINDINGS, "another port, or another address"),
                  at(
                      ReceiveConnectorRows.TRANSPORT_ROLE,
                      "FrontendTransport for a relay on port 25"))
              .from("receive connector conflicts, as published"),
          Cause.row(
                  "unknown-recipient",
                  "the recipient's address does not exist",
                  "It was removed or misspelled; nothing of the relay is at fault.")
              .look(
                  elsewhere("the address, in the list that the mail is sent to"),
                  at(ReceiveConnectorRows.TARPIT_INTERVAL, "how long each such recipient costs"))
              .from("Exchange non-delivery reports guide; recipient filtering guide"),
          Cause.row(
                  "restricted-recipient",
                  "the recipient accepts mail from certain senders, or from logged-in ones, only",
                  "Groups do so unless they are configured otherwise.")
              .look(
                  elsewhere(
                      "Get-DistributionGroup NAME | fl RequireSenderAuthenticationEnabled,"
                          + " AcceptMessagesOnlyFrom*"))
              .from("Exchange non-delivery reports guide"),
          Cause.row(
                  "proxy-session",
                  "the front end and the hub service cannot agree on a session",
                  "The front end logs in to the hub service as an Exchange server, with a TLS of"
                      + " its"
                      + " own (X-ANONYMOUSTLS).")
              .look(
                  at(
                      ReceiveConnectorRows.AUTH_MECHANISM,
                      "ExchangeServer on the connectors of the hub service that setup made"),
                  at(
                      ReceiveConnectorRows.SUPPRESS_XANONYMOUS_TLS,
                      "false on the connectors of the hub service"))
              .from("a list of proxy errors that an administrator published"),
          Cause.row(
                  "unread-server",
                  "the account's mail does not go to a server that was read",
                  "Another mail server than the ones whose settings are at hand answers it, so that"
                      + " no receive connector of theirs has a part in this.")
              .look(
                  at(
                      MailAccountRows.MAILSERVER_NAME,
                      "the name of the relay that is meant; who runs the server of this name, if it"
                          + " is meant, has the list of who may relay there"),
                  elsewhere(
                      "'answers: [NAME]' of the host in relay-connections.yaml, if that name leads"
                          + " to an Exchange server of yours"))
              .judged(LoginJudges::unread)
              .from("the way of each account, from its settings and the connections"),
          Cause.row(
                  "network-route",
                  "the SQL Server's machine has no route to that network",
                  "A missing route or gateway, or an address of another family (IPv6).")
              .look(elsewhere("Test-NetConnection SERVER -Port PORT on the SQL Server itself"))
              .from("words of Windows"));

  private ConnectorCauseRows() {}
}
