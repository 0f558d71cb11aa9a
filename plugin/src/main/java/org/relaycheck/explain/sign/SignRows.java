package org.relaycheck.explain.sign;

import java.util.List;
import java.util.Optional;

/**
 * The table of what logs say. The first row that fits counts, so that a row stands before those
 * whose words are part of its own; codes without known words come last, for texts of Database Mail
 * in other languages.
 *
 * <p>.NET drops the three digits of a reply and keeps the enhanced code; so no row needs them.
 */
public final class SignRows {

  private static final String LOGS = "texts that administrators published";
  private static final String NDR = "Exchange non-delivery reports guide";
  private static final String RATES = "message rate limits guide";
  private static final String NET = "names of .NET, the same in every language";

  /** The number of an event, as the viewer shows it and as its XML has it. */
  private static final String NUMBER = "\\b(?:Event ?)?ID(?: Qualifiers=\"\\d+\")?\\W{0,3}";

  /** Events are known by their number only together with their source. */
  private static final String EVENT = "(?:MSExchangeTransport.{0,300}?" + NUMBER;

  public static final Sign PER_SOURCE =
      Sign.of(
          "per-source-limit",
          "the receive connector takes no more connections from this client",
          "maximum number of concurrent server connections has exceeded a per-source limit",
          LOGS);

  public static final Sign CONCURRENT =
      Sign.of(
          "concurrent-limit",
          "the receive connector takes no more connections (Exchange 2010's words, which do not say"
              + " whose)",
          "maximum number of concurrent connections has exceeded a limit",
          LOGS);

  public static final Sign TOTAL =
      Sign.of(
          "total-limit",
          "the receive connector takes no more connections from anybody",
          "maximum number of concurrent server connections has exceeded a limit|"
              + event(1009)
              + "|SmtpReceiveMaxConnectionReached",
          "event 1009 help; the reply's words as remembered, not seen on a server");

  public static final Sign EVENT_PER_SOURCE =
      Sign.of(
          "event-1021",
          "Exchange's event 1021: one client address has all the connections that it may have",
          "The maximum number of connections per source \\(.{1,14}?\\) for this connector has been"
              + " reached|"
              + event(1021),
          "event 1021 help");

  public static final Sign ONLINE_CONNECTIONS =
      Sign.of(
          "exchange-online-connections",
          "Exchange Online, not a receive connector, takes no more connections",
          "Concurrent connections limit exceeded.{0,60}(?:aka\\.ms/concurrent_sending|outlook\\.com)",
          LOGS);

  public static final Sign ONLINE_THREADS =
      Sign.of(
          "exchange-online-threads",
          "Exchange Online, not a receive connector, sends too much of this mailbox at once",
          "STOREDRV\\.ClientSubmit; sender thread limit exceeded",
          LOGS);

  public static final Sign NOT_ACTIVE =
      Sign.of(
          "service-not-active",
          "the transport service that answered does not take mail now; no limit says this",
          "4\\.3\\.2 Service not (?:available|active)",
          NDR);

  public static final Sign MESSAGE_RATE =
      Sign.of(
          "message-rate",
          "the client has sent as many messages a minute as it may",
          "Message submission rate for this client has exceeded the configured limit|"
              + event(1031)
              + "|SmtpReceiveMessageRateLimitExceeded",
          RATES + "; event 1031 help");

  public static final Sign DELAYED_ACK =
      Sign.of(
          "delayed-acknowledgement",
          "the server held back its last reply until the mail was delivered onwards",
          "due to '?DelayedAck",
          "shadow redundancy guide; protocol logs that administrators published");

  public static final Sign TARPITTED =
      Sign.of(
          "tarpitted",
          "the server made the session wait on purpose, for a reason that it names",
          "Tarpit for '[^']*' due to",
          "protocol logs that administrators published");

  public static final Sign SESSION_TIMEOUT =
      Sign.of(
          "session-too-long",
          "the server ended a session that lasted too long",
          "4\\.4\\.1 Connection timed out",
          LOGS);

  public static final Sign IDLE =
      Sign.of(
          "session-idle",
          "the server ended a session in which the client said nothing",
          "4\\.7\\.0 Timeout waiting for client input",
          LOGS);

  public static final Sign PROTOCOL_ERRORS =
      Sign.of(
          "too-many-errors",
          "the server ended a session after too many wrong commands",
          "Too many errors on this connection",
          "as remembered, not seen on a server");

  public static final Sign LOGON_FAILURES =
      Sign.of(
          "logon-failures",
          "the server ended a session after too many failed logins",
          event(1012) + "|SmtpReceiveAuthenticationFailedTooManyErrors",
          "event 1012 help");

  public static final Sign PROXY =
      Sign.of(
          "proxy-failed",
          "the front end took the session and could not hand it on",
          "4\\.7\\.0 Temporary server error\\. Please try again later\\. PRX\\w+",
          LOGS);

  public static final Sign BACK_PRESSURE =
      Sign.of(
          "back-pressure",
          "the server is short of disk space or memory",
          "4\\.3\\.1 Insufficient system resources|" + EVENT + "1500[4567]\\b)",
          NDR + "; back pressure guide");

  public static final Sign TOO_MANY_RECIPIENTS =
      Sign.of(
          "too-many-recipients",
          "a mail names more recipients than it may",
          "4\\.5\\.3 Too many recipients",
          "message size limits guide");

  public static final Sign TOO_LARGE =
      Sign.of(
          "message-too-large",
          "a mail is larger than it may be",
          "5\\.3\\.4 Message size exceeds fixed maximum message size",
          NDR);

  public static final Sign ATTACHMENT_TOO_LARGE =
      Sign.of(
          "attachment-too-large",
          "an attachment is larger than Database Mail lets it be",
          "File attachment or query results size exceeds allowable value",
          "sysmail_configure_sp reference");

  public static final Sign HOPS =
      Sign.of(
          "hop-count",
          "a mail has passed more servers than it may",
          "5\\.4\\.6 Hop count exceeded",
          NDR);

  public static final Sign RESERVED_DOMAIN =
      Sign.of(
          "recipient-domain-refused",
          "the recipient's domain is one that cannot exist",
          "5\\.1\\.[456]\\b.{0,80}(?:RFC ?2606|reserved|single.label)",
          NDR);

  public static final Sign RELAY_DENIED =
      Sign.of(
          "relay-denied",
          "the connector that answered does not relay for this client",
          "Unable to relay",
          "anonymous relay guide");

  public static final Sign SENDER_REFUSED =
      Sign.of(
          "sender-refused",
          "this client may not send as this sender",
          "does not have permissions to send as this sender",
          LOGS);

  public static final Sign STARTTLS_FIRST =
      Sign.of(
          "starttls-first",
          "the server wants the session encrypted",
          "Must issue a STARTTLS command first",
          "as remembered, not seen on a server");

  public static final Sign AUTH_FAILED =
      Sign.of(
          "login-refused",
          "the server refused a user name or password",
          "5\\.7\\.\\d+ Authentication (?:unsuccessful|failed)|535[ -]5\\.7\\.\\d",
          "RFC 4954; as remembered, not seen on a server");

  public static final Sign NOT_AUTHENTICATED =
      Sign.of(
          "not-authenticated",
          "the connector that answered takes no mail from a client that has not logged in",
          "Client was not authenticated|secure connection or the client was not authenticated",
          LOGS);

  public static final Sign AUTHORISED_ONLY =
      Sign.of(
          "submission-for-authorised",
          "a mail server that is no Exchange wants a login",
          "submission is for authori[sz]ed users only",
          LOGS);

  public static final Sign CONTENT =
      Sign.of(
          "content-refused",
          "a filter refused the mail, or its sender's address is on a block list",
          "JunkMail rejected|is in an RBL|rejected as spam|blocked using|Message rejected due to"
              + " content",
          LOGS);

  public static final Sign SHADOW =
      Sign.of(
          "shadow-failed",
          "the server could not make its second copy of the mail",
          "451 4\\.4\\.0\\b",
          "shadow redundancy guide");

  public static final Sign CERTIFICATE =
      Sign.of(
          "certificate-refused",
          "SQL Server does not trust the mail server's certificate",
          "remote certificate is invalid",
          LOGS);

  public static final Sign TLS_FAILED =
      Sign.of(
          "tls-failed",
          "no encrypted session could be made; the words that say why are not known",
          "System\\.Security\\.Authentication\\.AuthenticationException"
              + "|Authentication failed because the remote party has closed",
          NET + "; words of .NET");

  public static final Sign TIMEOUT =
      Sign.of(
          "timeout",
          "the mail server did not answer as fast as the account's time-out wants",
          "The operation has timed out|-2146233083\\b",
          LOGS + "; the number is .NET's for a time-out");

  public static final Sign NAME_UNKNOWN =
      Sign.of(
          "name-unknown",
          "the SQL Server finds no machine of that name",
          "No such host is known|The remote name could not be resolved",
          "words of Windows and .NET");

  public static final Sign CONNECT_REFUSED =
      Sign.of(
          "connect-refused",
          "nothing listens at that address and port",
          "target machine actively refused it",
          LOGS);

  public static final Sign CONNECT_TIMEOUT =
      Sign.of(
          "connect-timeout",
          "nothing answers at that address and port",
          "connected party did not properly respond after a period of time",
          LOGS);

  public static final Sign CONNECT_ABORTED =
      Sign.of(
          "connect-aborted",
          "a program on the SQL Server's own machine ended the connection",
          "aborted by the software in your host machine",
          LOGS);

  public static final Sign CONNECT_FAILED =
      Sign.of(
          "connect-failed",
          "no connection to the mail server could be made; the words that say why are not known",
          "Could not connect to mail server|Void CheckServerValidity\\(\\)"
              + "|System\\.Net\\.Sockets\\.SocketException",
          LOGS + "; " + NET);

  public static final Sign AGENT_PROFILE =
      Sign.of(
          "agent-profile",
          "SQL Server Agent sends with a profile that does not exist",
          "Unable to start mail session.{0,400}profile name is not valid",
          LOGS);

  public static final Sign AGENT_INSTANCE =
      Sign.of(
          "agent-instance",
          "SQL Server Agent cannot reach its own instance",
          "Unable to start mail session.{0,400}There was an error on the connection",
          LOGS);

  public static final Sign SESSION_UNREADABLE =
      Sign.of(
          "mail-session",
          "the mail program could not read its settings from msdb",
          "Mail configuration information could not be read from the database",
          "TLS 1.2 support article for SQL Server");

  public static final Sign TRANSACTION =
      Sign.of(
          "msdb-transaction",
          "the mail program lost its transaction in msdb",
          "The Transaction not longer valid|Void ValidateConnectionAndTransaction\\(\\)",
          "Database Mail troubleshooting article; " + NET);

  public static final Sign NOT_QUEUED =
      Sign.of(
          "mail-not-queued",
          "Database Mail is stopped, and the mail that was sent meanwhile is lost",
          message(14641) + "|Mail not queued\\. Database Mail is stopped",
          "messages of SQL Server");

  public static final Sign QUEUE_STOPPED =
      Sign.note(
          "queue-stopped",
          "somebody stopped the mail queue",
          "Mail queue has been stopped|NoQueueDataException",
          LOGS);

  public static final Sign XPS_OFF =
      Sign.of(
          "xps-off",
          "Database Mail is switched off",
          message(15281) + "|component 'Database Mail XPs' because this component is turned off",
          "messages of SQL Server");

  public static final Sign NO_DEFAULT =
      Sign.of(
          "no-default-profile",
          "a mail names no profile, and its sender has no default one",
          message(14636) + "|No global profile is configured",
          "messages of SQL Server");

  public static final Sign PROFILE =
      Sign.of(
          "profile-unknown",
          "there is no such profile, or the sender may not use it",
          message(14607) + "|profile name is not valid",
          "messages of SQL Server");

  public static final Sign LIFECYCLE =
      Sign.note(
          "process-lifecycle",
          "the mail program started or ended, as it does when there is nothing to send",
          "DatabaseMail process is (?:shutting down|started)",
          "Database Mail troubleshooting article");

  public static final Sign INVALID_CONNECTOR =
      Sign.of(
          "connector-refused",
          "Exchange ignored a change because the connector's settings do not fit together",
          event(1003),
          "list of Exchange transport events");

  public static final Sign CODE_432 =
      Sign.of(
          "code-4.3.2",
          "4.3.2 without words that are known: the service, and not a limit, is the first to ask",
          code("4\\.3\\.2"),
          NDR);

  public static final Sign CODE_571 =
      Sign.of(
          "code-5.7.1",
          "5.7.1 without words that are known: a refusal, of which only the words tell the reason",
          code("5\\.7\\.1"),
          NDR);

  public static final Sign TRUNCATED =
      Sign.of(
          "text-cut-off",
          "the text ends before it says what failed",
          "\\d{1,9} \\(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\)\\W*(?:[^:]{0,60}:?)?\\W*$",
          LOGS);

  public static final List<Sign> ALL =
      List.of(
          PER_SOURCE,
          CONCURRENT,
          TOTAL,
          EVENT_PER_SOURCE,
          ONLINE_CONNECTIONS,
          ONLINE_THREADS,
          NOT_ACTIVE,
          MESSAGE_RATE,
          DELAYED_ACK,
          TARPITTED,
          SESSION_TIMEOUT,
          IDLE,
          PROTOCOL_ERRORS,
          LOGON_FAILURES,
          PROXY,
          BACK_PRESSURE,
          TOO_MANY_RECIPIENTS,
          TOO_LARGE,
          ATTACHMENT_TOO_LARGE,
          HOPS,
          RESERVED_DOMAIN,
          RELAY_DENIED,
          SENDER_REFUSED,
          STARTTLS_FIRST,
          AUTH_FAILED,
          NOT_AUTHENTICATED,
          AUTHORISED_ONLY,
          CONTENT,
          SHADOW,
          CERTIFICATE,
          TLS_FAILED,
          TIMEOUT,
          NAME_UNKNOWN,
          CONNECT_REFUSED,
          CONNECT_TIMEOUT,
          CONNECT_ABORTED,
          AGENT_PROFILE,
          AGENT_INSTANCE,
          SESSION_UNREADABLE,
          TRANSACTION,
          NOT_QUEUED,
          QUEUE_STOPPED,
          XPS_OFF,
          NO_DEFAULT,
          PROFILE,
          LIFECYCLE,
          INVALID_CONNECTOR,
          CODE_432,
          CODE_571,
          CONNECT_FAILED,
          TRUNCATED);

  private SignRows() {}

  private static String event(int id) {
    return EVENT + id + "\\b|" + NUMBER + id + "\\b.{0,300}?MSExchangeTransport)";
  }

  /** A message of SQL Server by its number, which alone could be anything. */
  private static String message(int number) {
    return "(?:Msg|Error|Meldung|Fehler|Erreur|Mens\\.)\\W{1,3}" + number + "\\b";
  }

  /** An enhanced code where a reply has it; elsewhere it could be a version or an address. */
  private static String code(String digits) {
    return "(?:^|\\b[45]\\d\\d[ -]|: )" + digits + "(?![.\\d])";
  }

  /** What a text says; empty if nothing that is known. */
  public static Optional<Sign> of(String text) {
    return ALL.stream().filter(sign -> sign.isIn(text)).findFirst();
  }
}
