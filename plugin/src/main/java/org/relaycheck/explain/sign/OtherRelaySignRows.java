package org.relaycheck.explain.sign;

import java.util.List;

/**
 * What mail systems say that are no Exchange server of one's own: Exchange Online, Gmail, Postfix
 * and others. They are known by words or by the name of the host that answered, which the reply has
 * in it, and stand before the words of Exchange that they share.
 */
public final class OtherRelaySignRows {

  private static final String TEAM = "Exchange Team blog; replies that administrators published";
  private static final String PUBLISHED = "replies that administrators published";
  private static final String POSTFIX = "Postfix SMTPD access controls; " + PUBLISHED;

  /** How a reply of Exchange Online names its host, or the page that it links to. */
  private static final String ONLINE =
      "(?:\\.outlook\\.com\\b|\\.office365\\.com\\b|\\.exchangelabs\\.com\\b|\\bAS\\(\\d+\\)|aka\\.ms/|\\.protection\\.outlook)";

  private static final String GOOGLE = "(?:\\bgsmtp\\b|support\\.google\\.com|google\\.com/mail)";

  public static final LogSign ONLINE_CONNECTIONS =
      LogSign.otherRelay(
          "exchange-online-connections",
          "Exchange Online, not a receive connector, accepts no more connections",
          "(?:Concurrent connections limit exceeded|concurrent_sending)",
          PUBLISHED);

  public static final LogSign ONLINE_THREADS =
      LogSign.otherRelay(
          "exchange-online-threads",
          "Exchange Online, not a receive connector, sends too much of this mailbox at once",
          "STOREDRV\\.ClientSubmit; sender thread limit exceeded",
          PUBLISHED);

  public static final LogSign ONLINE_SMTP_AUTH_OFF =
      LogSign.otherRelay(
          "exchange-online-smtp-auth-off",
          "Exchange Online accepts no SMTP login: it is off for the tenant or for the mailbox",
          "SmtpClientAuthentication is disabled|aka\\.ms/smtp_auth_disabled",
          TEAM);

  public static final LogSign ONLINE_SECURITY_DEFAULTS =
      LogSign.otherRelay(
          "exchange-online-security-defaults",
          "Exchange Online accepts no password: the tenant's security defaults forbid it",
          "5\\.7\\.139.{0,300}security defaults",
          TEAM);

  public static final LogSign ONLINE_CRITERIA =
      LogSign.otherRelay(
          "exchange-online-conditional-access",
          "Exchange Online knows the password, and a conditional access policy forbids the login",
          "5\\.7\\.139.{0,200}did not meet the criteria",
          TEAM);

  public static final LogSign ONLINE_PASSWORD =
      LogSign.otherRelay(
          "exchange-online-password",
          "Exchange Online says that the user name or password is wrong",
          "5\\.7\\.139.{0,200}(?:credentials were incorrect|incorrect (?:user|password))",
          TEAM);

  public static final LogSign ONLINE_BASIC_ENDED =
      LogSign.otherRelay(
          "exchange-online-basic-ended",
          "Exchange Online accepts no password over SMTP any more",
          "5\\.7\\.30\\b.{0,60}Basic authentication is not supported"
              + "|Basic authentication is not supported for Client Submission"
              + "|5\\.7\\.139.{0,80}basic authentication is disabled",
          TEAM);

  public static final LogSign ONLINE_LOGIN =
      LogSign.otherRelay(
          "exchange-online-login-refused",
          "Exchange Online refused the login; which of its reasons it was, the words do not say",
          "5\\.7\\.139\\b|5\\.7\\.3 Authentication unsuccessful.{0,200}" + ONLINE,
          TEAM);

  public static final LogSign ONLINE_NO_LOGIN =
      LogSign.otherRelay(
          "exchange-online-no-login",
          "Exchange Online requires a login, and the client used none",
          "5\\.7\\.57\\b.{0,300}" + ONLINE + "|Client not authenticated to send mail",
          PUBLISHED);

  public static final LogSign ONLINE_SENDER =
      LogSign.otherRelay(
          "exchange-online-sender",
          "Exchange Online: the mailbox that logged in may not send as this sender",
          "SendAsDenied|5\\.2\\.252\\b|send as this sender.{0,300}" + ONLINE,
          PUBLISHED);

  public static final LogSign ONLINE_TENANT =
      LogSign.otherRelay(
          "exchange-online-tenant",
          "Exchange Online does not know whose mail this is: no inbound connector fits",
          "TenantAttribution; Relay Access Denied|5\\.7\\.64 TenantAttribution",
          "Microsoft's troubleshooting page for 5.7.64");

  public static final LogSign ONLINE_DIRECT_SEND =
      LogSign.otherRelay(
          "exchange-online-direct-send",
          "Exchange Online: the tenant rejects mail without a login in the name of its own domains",
          "TenantInboundAttribution|Direct Send not allowed|5\\.7\\.68\\b",
          "Set-OrganizationConfig reference; " + PUBLISHED);

  public static final LogSign ONLINE_OLD_SERVER =
      LogSign.otherRelay(
          "exchange-online-old-server",
          "Exchange Online slows or blocks the mail of an Exchange server that is out of support",
          "\\b[45]\\.7\\.230\\b",
          TEAM);

  public static final LogSign ONLINE_TLS =
      LogSign.otherRelay(
          "exchange-online-tls",
          "Exchange Online does not speak the old version of TLS that the client has",
          "\\b4\\.7\\.66\\b|TLS ?1\\.0 and (?:TLS ?)?1\\.1 are not supported",
          PUBLISHED);

  public static final LogSign ONLINE_BUSY =
      LogSign.otherRelay(
          "exchange-online-busy",
          "Exchange Online is busy with this sender, and wants to be asked again later",
          "\\b4\\.7\\.500\\b",
          PUBLISHED);

  public static final LogSign ONLINE_HVE =
      LogSign.otherRelay(
          "exchange-online-high-volume",
          "High Volume Email of Exchange Online, which sends to recipients of the tenant only",
          "smtp-hve\\.office365\\.com|\\bHVE\\b|High Volume Email",
          "High Volume Email documentation");

  public static final LogSign AZURE =
      LogSign.otherRelay(
          "azure-communication",
          "Azure Communication Services refused the mail",
          "azurecomm\\.net|Azure Communication",
          "Azure Communication Services SMTP documentation");

  public static final LogSign GMAIL_PASSWORD =
      LogSign.otherRelay(
          "gmail-password",
          "Gmail refused the login: it wants an app password, or a relay that knows your address",
          "5\\.7\\.(?:[89]|14)\\b.{0,300}"
              + GOOGLE
              + "|Application-specific password required|log in via your web browser",
          PUBLISHED);

  public static final LogSign GMAIL_LOGIN =
      LogSign.otherRelay(
          "gmail-login",
          "Gmail requires a login",
          "(?:5\\.7\\.0 )?Authentication Required.{0,300}" + GOOGLE,
          PUBLISHED);

  public static final LogSign GMAIL_RELAY =
      LogSign.otherRelay(
          "gmail-relay",
          "Gmail's relay does not know this address, or the domain of the sender",
          "Invalid credentials for relay|address you've registered in your G",
          PUBLISHED);

  public static final LogSign GMAIL_LIMIT =
      LogSign.otherRelay(
          "gmail-limit",
          "Gmail takes no more mail of this user or address for now",
          "(?:quota|limit) exceeded.{0,200}" + GOOGLE + "|unusual rate of .{0,200}" + GOOGLE,
          PUBLISHED);

  public static final LogSign SENDER_POLICY =
      LogSign.otherRelay(
          "sender-policy",
          "the recipient's side refuses the domain of the sender: SPF, DKIM or DMARC",
          "5\\.7\\.(?:2[3-7]|509|515)\\b|Sender Policy Framework|\\bSPF\\b.{0,40}(?:fail|not)"
              + "|\\bDMARC\\b|sender is unauthenticated|doesn't meet the required authentication",
          PUBLISHED);

  public static final LogSign ONLINE_LIMIT =
      LogSign.otherRelay(
          "exchange-online-limit",
          "Exchange Online takes no more mail of this sender or tenant for now",
          "\\b5\\.1\\.90\\b|\\b5\\.7\\.705\\b|tenant has exceeded threshold"
              + "|Organization queue quota exceeded|daily limit for message recipients",
          PUBLISHED);

  public static final LogSign ONLINE_BANNED =
      LogSign.otherRelay(
          "exchange-online-banned",
          "Exchange Online has banned the sender, or the address that the mail comes from",
          "(?:blocked using|on our block list).{0,300}"
              + ONLINE
              + "|bad outbound sender|banned sending IP|traffic not accepted from this IP"
              + "|5\\.7\\.50[1-3]\\b.{0,40}Access denied",
          PUBLISHED);

  public static final LogSign GMAIL_STARTTLS =
      LogSign.otherRelay(
          "gmail-starttls",
          "Gmail requires an encrypted session",
          "STARTTLS.{0,200}" + GOOGLE,
          PUBLISHED);

  public static final LogSign GMAIL =
      LogSign.otherRelay(
          "gmail-other", "Gmail, not a receive connector, refused the mail", GOOGLE, PUBLISHED);

  public static final LogSign ONLINE_OTHER =
      LogSign.otherRelay(
          "exchange-online-other",
          "Exchange Online, not a receive connector, refused the mail",
          "wrong Office 365 region|\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b.{0,300}"
              + ONLINE
              + "|"
              + ONLINE
              + ".{0,200}\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b",
          PUBLISHED);

  public static final LogSign RELAY_DENIED =
      LogSign.otherRelay(
          "other-relay-denied",
          "a mail server that is not Exchange does not relay for this client",
          "Relay access denied|Relaying denied|relay not permitted|not permitted to relay"
              + "|Relaying (?:is )?not allowed|We do not relay|Relaying temporarily denied"
              + "|list of allowed rcpthosts|Delivery is not allowed to this address"
              + "|SMTPSVC\\d* .{0,200}\\bRCPT\\b.{0,200} 550 "
              + "|Relay rejected for policy|not allowed to relay|relaying (?:is )?prohibited",
          POSTFIX);

  public static final LogSign SENDER_REFUSED =
      LogSign.otherRelay(
          "other-sender-refused",
          "a mail server that is not Exchange does not accept this sender",
          "Sender address rejected|Email address is not verified|does not match a verified Sender"
              + "|not owned by user|Sender verify failed"
              + "|Domain of sender address .{0,120}does not (?:exist|resolve)",
          POSTFIX);

  public static final LogSign CLIENT_REFUSED =
      LogSign.otherRelay(
          "other-client-refused",
          "a mail server that is not Exchange does not accept mail from this address or name",
          "Client host rejected|Helo command rejected|Access denied - Invalid HELO"
              + "|Syntactically invalid (?:HELO|EHLO)",
          POSTFIX);

  public static final LogSign RECIPIENT_REFUSED =
      LogSign.otherRelay(
          "other-recipient-refused",
          "a mail server that is not Exchange does not accept this recipient",
          "Recipient address rejected|Unrouteable address|unknown user account",
          POSTFIX);

  public static final LogSign CONNECTIONS =
      LogSign.otherRelay(
          "other-connection-limit",
          "a mail server that is not Exchange accepts no more connections from this client",
          "too many connections from|too many concurrent SMTP connections|Connection rate limit"
              + " exceeded|Too many open connections|too much mail from|Maximum sending rate exceeded"
              + "|message quota exceeded|Maximum credits exceeded",
          POSTFIX);

  public static final LogSign LOGIN_REFUSED =
      LogSign.otherRelay(
          "other-login-refused",
          "a mail server that is not Exchange refused the login",
          "Error: authentication failed|Incorrect authentication data|SASL \\w+ authentication"
              + " failed|Authentication credentials invalid|Bad username / password"
              + "|authorization grant is invalid|Restarting authentication process"
              + "|Too many bad auth attempts",
          POSTFIX);

  public static final LogSign LOGIN_NOT_OFFERED =
      LogSign.otherRelay(
          "other-login-not-offered",
          "a mail server that is not Exchange offers no login, or not before encryption",
          "Error: authentication not enabled|AUTH not available|encryption required for requested"
              + " authentication",
          POSTFIX);

  public static final LogSign TOO_LARGE =
      LogSign.otherRelay(
          "other-message-too-large",
          "a mail server that is not Exchange accepts no mail of this size",
          "message file too big|Message size exceeds fixed limit|maximum message size of",
          POSTFIX);

  public static final LogSign AUTHORISED_ONLY =
      LogSign.otherRelay(
          "submission-for-authorised",
          "a mail server that is not Exchange requires a login",
          "submission is for authori[sz]ed users only|SMTP authentication is required"
              + "|Authentication is required for relay|authentication needed"
              + "|turn on SMTP Authentication|\\b530[ -](?:5\\.7\\.\\d )?Authentication required"
              + "|must (?:be authenticated|authenticate) before|you must log ?in first",
          PUBLISHED);

  public static final LogSign GREYLISTED =
      LogSign.otherRelay(
          "greylisted",
          "the other side defers every first mail of a sender that it does not know",
          "grey ?list|gray ?list",
          PUBLISHED);

  static final List<LogSign> ALL =
      List.of(
          ONLINE_CONNECTIONS,
          ONLINE_THREADS,
          ONLINE_SMTP_AUTH_OFF,
          ONLINE_SECURITY_DEFAULTS,
          ONLINE_CRITERIA,
          ONLINE_PASSWORD,
          ONLINE_BASIC_ENDED,
          ONLINE_TENANT,
          ONLINE_DIRECT_SEND,
          ONLINE_OLD_SERVER,
          ONLINE_TLS,
          ONLINE_SENDER,
          ONLINE_LOGIN,
          ONLINE_NO_LOGIN,
          ONLINE_BUSY,
          ONLINE_LIMIT,
          ONLINE_BANNED,
          ONLINE_HVE,
          AZURE,
          SENDER_POLICY,
          GMAIL_RELAY,
          GMAIL_LIMIT,
          GMAIL_PASSWORD,
          GMAIL_LOGIN,
          GMAIL_STARTTLS,
          GMAIL,
          ONLINE_OTHER,
          GREYLISTED,
          RELAY_DENIED,
          SENDER_REFUSED,
          CLIENT_REFUSED,
          RECIPIENT_REFUSED,
          CONNECTIONS,
          LOGIN_REFUSED,
          LOGIN_NOT_OFFERED,
          TOO_LARGE,
          AUTHORISED_ONLY);

  private OtherRelaySignRows() {}
}
