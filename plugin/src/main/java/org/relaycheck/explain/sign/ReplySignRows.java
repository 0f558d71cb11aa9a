package org.relaycheck.explain.sign;

import java.util.List;

/**
 * What Exchange replies, and what its protocol log and queues say.
 *
 * <p>.NET drops the three digits of a reply and keeps the enhanced code; so no row needs them.
 */
public final class ReplySignRows {

  private static final String LOGS = "texts that administrators published";
  private static final String NDR = "Exchange non-delivery reports guide";
  private static final String BY_HEART = "as remembered, not seen on a server";
  private static final String PROTOCOL = "protocol logs that administrators published";

  public static final LogSign PER_SOURCE =
      LogSign.of(
          "per-source-limit",
          "the receive connector accepts no more connections from this client",
          "maximum number of concurrent server connections has exceeded a per-source limit",
          LOGS);

  public static final LogSign CONCURRENT =
      LogSign.of(
          "concurrent-limit",
          "the receive connector accepts no more connections (Exchange 2010's words, which do not say"
              + " whose)",
          "maximum number of concurrent connections has exceeded a limit",
          LOGS);

  public static final LogSign TOTAL =
      LogSign.of(
          "total-limit",
          "the receive connector accepts no more connections from anybody",
          "maximum number of concurrent server connections has exceeded a limit",
          "the reply's words " + BY_HEART);

  public static final LogSign NOT_ACTIVE =
      LogSign.of(
          "service-not-active",
          "the transport service that answered does not accept mail now; no limit says this",
          "4\\.3\\.2 Service not (?:available|active)|System not accepting network messages",
          NDR);

  public static final LogSign MESSAGE_RATE =
      LogSign.of(
          "message-rate",
          "the client has sent as many messages a minute as it may",
          "Message submission rate for this client has exceeded the configured limit",
          "message rate limits guide");

  public static final LogSign DELAYED_ACK =
      LogSign.of(
          "delayed-acknowledgement",
          "the server held back its last reply until the mail was delivered onwards",
          "due to '?DelayedAck",
          "shadow redundancy guide; " + PROTOCOL);

  public static final LogSign TARPITTED =
      LogSign.effect(
          "tarpitted",
          "the server delayed its reply on purpose (tarpit)",
          "Tarpit for '[^']*'",
          PROTOCOL);

  public static final LogSign SESSION_TIMEOUT =
      LogSign.of(
          "session-too-long",
          "the server ended a session that lasted too long",
          "4\\.4\\.1 Connection timed out",
          LOGS);

  public static final LogSign IDLE =
      LogSign.of(
          "session-idle",
          "the server ended a session in which the client said nothing",
          "4\\.7\\.0 Timeout waiting for client input",
          LOGS);

  public static final LogSign DROPPED =
      LogSign.of(
          "connection-dropped",
          "the connection broke in the middle of a session",
          "4\\.4\\.2 Connection dropped|4\\.4\\.318\\b",
          "Exchange queue errors that administrators published");

  public static final LogSign PROTOCOL_ERRORS =
      LogSign.of(
          "too-many-errors",
          "the server ended a session after too many wrong commands",
          "Too many errors on this connection",
          BY_HEART);

  public static final LogSign PROXY_DNS =
      LogSign.of(
          "proxy-dns",
          "the front end did not find the hub service by its name (PRX2)",
          "Temporary server error\\. Please try again later\\. ?PRX2\\b",
          "a list of proxy errors that an administrator published");

  public static final LogSign PROXY_CONNECT =
      LogSign.of(
          "proxy-connection",
          "the front end could not connect to the hub service (PRX3)",
          "Temporary server error\\. Please try again later\\. ?PRX3\\b",
          "a list of proxy errors that an administrator published");

  public static final LogSign PROXY_SESSION =
      LogSign.of(
          "proxy-session",
          "the front end reached the hub service, and no session could be opened (PRX4)",
          "Temporary server error\\. Please try again later\\. ?PRX4\\b",
          "a list of proxy errors that an administrator published");

  public static final LogSign PROXY =
      LogSign.of(
          "proxy-failed",
          "the front end took the session and could not hand it on",
          "Temporary server error\\. Please try again later"
              + "|Setting up \\w+ proxy session failed",
          LOGS);

  public static final LogSign BACK_PRESSURE =
      LogSign.of(
          "back-pressure",
          "the server is short of disk space or memory",
          "4\\.3\\.1 Insufficient system resources",
          NDR + "; back pressure guide");

  public static final LogSign TOO_MANY_RECIPIENTS =
      LogSign.of(
          "too-many-recipients",
          "a mail names more recipients than it may",
          "[45]\\.5\\.3 Too many recipients",
          "message size limits guide");

  public static final LogSign TOO_LARGE =
      LogSign.of(
          "message-too-large",
          "a mail is larger than it may be",
          "Message size exceeds (?:fixed )?maximum|\\b(?:RESOLVER|ROUTING)\\.\\w*\\.?\\w*SizeLimit"
              + "|SMTPSEND\\.OverAdvertisedSize|[45]\\.(?:2\\.3|3\\.4) .{0,40}(?:size|too large)",
          NDR);

  public static final LogSign HEADER_TOO_LARGE =
      LogSign.of(
          "header-too-large",
          "the header of a mail is larger than it may be",
          "Header size exceeds fixed maximum (?:header )?size",
          "Set-ReceiveConnector reference; " + PROTOCOL);

  public static final LogSign HOPS =
      LogSign.of(
          "hop-count", "a mail has passed more servers than it may", "Hop count exceeded", NDR);

  public static final LogSign RESERVED_DOMAIN =
      LogSign.of(
          "recipient-domain-refused",
          "the recipient's domain is one that cannot exist",
          "5\\.1\\.[456]\\b.{0,80}(?:RFC ?2606|reserved|single.label)",
          NDR);

  public static final LogSign RECIPIENT_UNKNOWN =
      LogSign.of(
          "recipient-unknown",
          "the server does not know the recipient",
          "5\\.1\\.10\\b|RecipientNotFound|5\\.1\\.1 (?:RESOLVER\\.ADR|User unknown)",
          NDR);

  public static final LogSign ADDRESS_REFUSED =
      LogSign.of(
          "address-refused",
          "the server considers an address of the mail malformed, or too long",
          "5\\.1\\.[37] (?:SMTP; )?Invalid address|address is too long",
          NDR + "; Set-ReceiveConnector reference");

  public static final LogSign RELAY_DENIED =
      LogSign.of(
          "relay-denied",
          "the connector that answered does not relay for this client",
          "Unable to relay",
          "anonymous relay guide");

  /** Known by the session in which it was said: the words are the same. */
  public static final LogSign LOGGED_IN_RELAY_DENIED =
      LogSign.of(
          "logged-in-relay-denied",
          "the connector that answered does not relay for a client that has logged in",
          "Unable to relay",
          "anonymous relay guide; " + PROTOCOL);

  public static final LogSign ANONYMOUS_SENDER =
      LogSign.of(
          "anonymous-sender-refused",
          "a client that has not logged in may not send as this sender",
          "Anonymous client does not have permissions to send as this sender",
          "replies with both words that administrators published");

  public static final LogSign SENDER_REFUSED =
      LogSign.of(
          "logged-in-sender-refused",
          "a client that has logged in may not send as this sender",
          "client does not have permissions? to send as this sender|5\\.7\\.60\\b",
          "replies with both words that administrators published");

  public static final LogSign ANONYMOUS_SUBMIT =
      LogSign.of(
          "anonymous-submit-refused",
          "a client that has not logged in may not submit mail to this connector",
          "Anonymous client does not have permissions to submit",
          "receive connectors guide; " + BY_HEART);

  public static final LogSign SUBMIT_REFUSED =
      LogSign.of(
          "submit-refused",
          "the client may not submit mail to this connector",
          "does not have permissions? to submit|does(?:n.t| not) have submit permission|5\\.7\\.1 .{0,60}not (?:allowed|authorized) to"
              + " submit|not authorized to use the server; failing"
              + " authentication",
          "receive connectors guide; events 1020 and 1025 of Exchange 2010");

  public static final LogSign STARTTLS_FIRST =
      LogSign.of(
          "starttls-first",
          "the server requires an encrypted session",
          "Must issue a STARTTLS command first",
          BY_HEART);

  public static final LogSign STARTTLS_NOT_OFFERED =
      LogSign.of(
          "starttls-not-offered",
          "the sender has to encrypt, and the server offered no STARTTLS",
          "STARTTLS is required to send mail|Server does not support secure connections"
              + "|5\\.7\\.3 STARTTLS|STARTTLS extension|does not support STARTTLS",
          "Exchange queue errors that administrators published; words of .NET");

  public static final LogSign LOGIN_KIND =
      LogSign.of(
          "login-kind-refused",
          "the connector does not offer the way to log in that the client took",
          "Unrecognized authentication type|SMTP server does not support authentication"
              + "|AUTH extension not supported",
          PROTOCOL + "; words of mail libraries");

  public static final LogSign AUTH_TEMPORARY =
      LogSign.of(
          "login-failed-for-now",
          "the server could not check a login",
          "4\\.7\\.0 Temporary authentication failure",
          "Exchange mail flow article for 454 4.7.0");

  public static final LogSign AUTH_FAILED =
      LogSign.of(
          "login-refused",
          "the server refused a user name or password",
          "5\\.7\\.\\d+ Authentication (?:unsuccessful|failed)|535[ -]5\\.7\\.\\d",
          "RFC 4954; " + BY_HEART);

  public static final LogSign NOT_AUTHENTICATED =
      LogSign.of(
          "not-authenticated",
          "the connector that answered accepts no mail from a client that has not logged in",
          "Client was not authenticated|secure connection or the client was not authenticated",
          LOGS);

  public static final LogSign EHLO_NAME =
      LogSign.of(
          "ehlo-name-refused",
          "the server does not take the name by which the client calls itself",
          "5\\.5\\.4 Invalid domain name|(?:EHLO|HELO) requires domain address",
          "Set-ReceiveConnector reference; " + LOGS);

  public static final LogSign PARAMETER_REFUSED =
      LogSign.of(
          "parameter-refused",
          "the server does not take a parameter of a command, as it has not offered it",
          "5\\.5\\.4 (?:Unrecognized parameter|Invalid arguments?|Unsupported option)",
          "Set-ReceiveConnector reference; " + BY_HEART);

  public static final LogSign COMMAND_REFUSED =
      LogSign.of(
          "command-refused",
          "the server does not know a command, or not at this place",
          "5\\.(?:3\\.3|5\\.1) (?:Unrecognized command|Command not implemented)|5\\.5\\.2 (?:Need"
              + " |Send hello first)|Syntax error, command unrecognized|Bad sequence of commands",
          BY_HEART + "; words of .NET");

  public static final LogSign BARE_LINEFEED =
      LogSign.of(
          "bare-linefeed",
          "a mail has line ends that are a line feed alone",
          "BareLinefeedsAreIllegal|bare line ?feeds?|5\\.6\\.11\\b",
          "Set-ReceiveConnector reference; " + NDR);

  public static final LogSign SHADOW =
      LogSign.of(
          "shadow-failed",
          "the server could not make its second copy of the mail",
          "Message failed to be made redundant|RejectMessageOnShadowFailure",
          "shadow redundancy guide");

  public static final LogSign DNS =
      LogSign.of(
          "dns-failed",
          "the server could not look a name up in DNS",
          "DNS query failed|SMTPSEND\\.DNS\\.\\w+|InfoDomainNonexistent|451 4\\.4\\.0 DNS",
          "KB 972744");

  public static final LogSign SENDER_DOMAIN_DENIED =
      LogSign.of(
          "recipient-restricted",
          "the recipient accepts mail from certain senders only",
          "5\\.7\\.1(?:2\\d|33|34|36)\\b"
              + "|RESOLVER\\.RST\\.(?:AuthRequired|NotAuthorized|SenderNot\\w+)",
          NDR);

  public static final LogSign ROLE_CONFLICT =
      LogSign.of(
          "role-conflict",
          "Exchange refused a connector: one of another role listens at the same address and port",
          "ReceiveConnectorRoleConflict|assigned to different Transport roles"
              + "|conflict with the settings on Receive connector",
          "receive connector conflicts, as published");

  public static final LogSign CLIENT_BLOCKED =
      LogSign.of(
          "client-blocked",
          "a filter of Exchange has the client's address on a block list",
          "External client with IP address .{1,40} does not have permissions to submit"
              + "|not authorized, your IP has been found",
          "connection filtering guide; KB 928123");

  public static final LogSign EXCHANGE_LOGIN =
      LogSign.of(
          "server-login-failed",
          "an Exchange server could not log in to the one to which it sends on",
          "Cannot achieve Exchange Server authentication",
          "Exchange queue errors that administrators published");

  public static final LogSign NEXT_HOP_SILENT =
      LogSign.of(
          "next-hop-silent",
          "Exchange got no connection to the server to which it sends on",
          "4\\.4\\.1 (?:Connection timed out|Error encountered).{0,300}Attempted failover"
              + "|4\\.2\\.1 Unable to connect|Winsock error code: 100(?:51|60|65)|4\\.4\\.315\\b"
              + "|Failed to connect to the (?:remote server|smart ?host)",
          "Exchange queue errors that administrators published");

  public static final LogSign NEXT_HOP_CLOSED =
      LogSign.of(
          "next-hop-closed",
          "nothing listens at the server to which Exchange sends on",
          "Winsock error code: 10061|4\\.4\\.316\\b|Socket error code 10061",
          "Exchange queue errors that administrators published");

  public static final LogSign EXPIRED =
      LogSign.of(
          "queue-expired",
          "a mail waited in a queue of Exchange until it was given up",
          "QUEUE\\.Expired|4\\.4\\.7\\b.{0,40}expired|5\\.4\\.300\\b",
          NDR);

  public static final LogSign MAILBOX_FULL =
      LogSign.of(
          "mailbox-full",
          "the recipient's mailbox is full",
          "\\b[45]\\.2\\.2\\b|QuotaExceeded|mailbox (?:is )?full|over ?quota",
          NDR);

  public static final LogSign STORE_BUSY =
      LogSign.of(
          "mailbox-store-busy",
          "the database of the recipient's mailbox does not take the mail now",
          "STOREDRV\\.(?:Deliver|Storage)\\S*.{0,60}(?:thread limit|logon failure|offline"
              + "|unavailable)",
          NDR);

  public static final LogSign NO_ROUTE =
      LogSign.of(
          "no-route",
          "Exchange has no connector by which it could send a mail on",
          "ROUTING\\.NoConnectorForAddressType|unable to route for address type",
          NDR);

  public static final LogSign NEXT_HOP_CERTIFICATE =
      LogSign.of(
          "next-hop-certificate",
          "a certificate stood in the way of what Exchange sends on",
          "4\\.7\\.5 (?:Certificate|The certificate)|TlsCertificateName of the Send ?Connector",
          "Exchange queue errors that administrators published");

  public static final LogSign TLS_NO_CREDENTIALS =
      LogSign.of(
          "tls-no-credentials",
          "the server cannot use its own certificate for TLS",
          "TLS negotiation failed with error (?:NoCredentials|CertUnknown|CertExpired)"
              + "|5\\.7\\.3 Unable to initialize security subsystem",
          PROTOCOL);

  public static final LogSign CONTENT =
      LogSign.of(
          "content-refused",
          "a filter refused the mail, or its sender's address is on a block list",
          "JunkMail rejected|\\bSender denied\\b|purported responsible address|Sender ID \\(PRA\\)"
              + "|(?:rejected|blocked) (?:by|due to) .{0,40}(?:policy|policies)|banned sending"
              + "|is in an RBL|rejected as spam|blocked using|\\bblocked - see|:blocked\\)|on (?:our|a) block ?list|Message rejected due to"
              + " content|\\bspamhaus\\b|listed (?:in|at|by) \\S*(?:rbl|dnsbl|spamcop)",
          LOGS);

  static final List<LogSign> ALL =
      List.of(
          CLIENT_BLOCKED,
          PER_SOURCE,
          CONCURRENT,
          TOTAL,
          STORE_BUSY,
          MAILBOX_FULL,
          NOT_ACTIVE,
          MESSAGE_RATE,
          DELAYED_ACK,
          TARPITTED,
          PROXY_DNS,
          PROXY_CONNECT,
          PROXY_SESSION,
          PROXY,
          EXCHANGE_LOGIN,
          NEXT_HOP_SILENT,
          NEXT_HOP_CLOSED,
          NEXT_HOP_CERTIFICATE,
          NO_ROUTE,
          EXPIRED,
          TLS_NO_CREDENTIALS,
          SESSION_TIMEOUT,
          IDLE,
          DROPPED,
          PROTOCOL_ERRORS,
          BACK_PRESSURE,
          TOO_MANY_RECIPIENTS,
          HEADER_TOO_LARGE,
          TOO_LARGE,
          HOPS,
          RESERVED_DOMAIN,
          RECIPIENT_UNKNOWN,
          ADDRESS_REFUSED,
          RELAY_DENIED,
          LOGGED_IN_RELAY_DENIED,
          ANONYMOUS_SENDER,
          SENDER_REFUSED,
          ANONYMOUS_SUBMIT,
          SUBMIT_REFUSED,
          STARTTLS_FIRST,
          STARTTLS_NOT_OFFERED,
          LOGIN_KIND,
          AUTH_TEMPORARY,
          AUTH_FAILED,
          NOT_AUTHENTICATED,
          EHLO_NAME,
          PARAMETER_REFUSED,
          BARE_LINEFEED,
          SHADOW,
          DNS,
          SENDER_DOMAIN_DENIED,
          ROLE_CONFLICT,
          CONTENT,
          COMMAND_REFUSED);

  private ReplySignRows() {}
}
