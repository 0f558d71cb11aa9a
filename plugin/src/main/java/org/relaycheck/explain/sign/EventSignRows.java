package org.relaycheck.explain.sign;

import java.util.List;

/**
 * Events of Exchange. Their numbers mean something only together with their source, in whatever
 * language the viewer labels the two; most are known by their own words as well, pasted without a
 * frame.
 */
public final class EventSignRows {

  private static final String LIST = "list of transport events of Exchange 2010";

  private static final String BY_HEART = "as remembered, not seen on a server";

  /** The source: the transport service, or from 2013 on its front end. */
  private static final String SOURCE = "MSExchange(?:FrontEnd)?Transport\\b";

  /** The number of an event, as viewers label it and as its XML has it. */
  private static final String NUMBER =
      "(?:\\b(?:Event ?)?ID(?: Qualifiers=[\"']\\d+[\"'])?|\\bID de l.{1,3}v.{1,6}nement"
          + "|\\bId\\. del? evento|\\bIdentificador de evento|\\bIdentyfikator zdarzenia"
          + "|\\bID evento)\\W{0,4}";

  public static final LogSign PER_SOURCE =
      LogSign.of(
          "event-1021",
          "Exchange's event 1021: one client address has all the connections that it may have",
          "The maximum number of connections per source \\(.{1,14}?\\) for this connector has been"
              + " reached|maximale Anzahl der Verbindungen pro Quelle|"
              + number(1021),
          "event 1021 help");

  public static final LogSign TOTAL =
      LogSign.of(
          "event-1009",
          "Exchange's event 1009: the connector has all the connections that it may have",
          "rejected an incoming connection.{0,60}The maximum number of connections \\(.{1,14}?\\)"
              + " for this connector has been reached|SmtpReceiveMaxConnectionReached|"
              + number(1009),
          "event 1009 help");

  public static final LogSign MESSAGE_RATE =
      LogSign.of(
          "event-1031",
          "Exchange's event 1031: a client has sent as many messages a minute as it may",
          "SmtpReceiveMessageRateLimitExceeded|" + number(1031),
          "event 1031 help");

  public static final LogSign LOGON_FAILURES =
      LogSign.of(
          "logon-failures",
          "the server ended a session after too many failed logins",
          "Authentication failures have exceeded the maximum"
              + "|SmtpReceiveAuthenticationFailedTooManyErrors|"
              + number(1012),
          "event 1012 help");

  public static final LogSign LOGIN_REFUSED =
      LogSign.of(
          "event-1035",
          "Exchange's event 1035: a client's login was refused",
          "Inbound authentication failed with error|" + number(1035),
          "event 1035, as administrators published it");

  public static final LogSign SUBMIT_REFUSED =
      LogSign.of(
          "event-1020",
          "Exchange's event 1020: a client has logged in and may not submit mail here",
          "SmtpReceiveAuthorizationRejected|" + number(1020),
          "event 1020 help");

  public static final LogSign CERTIFICATE =
      LogSign.of(
          "event-12014",
          "Exchange finds no certificate for the name of a connector, and offers no STARTTLS there",
          "could not find a certificate that contains the domain name"
              + "|could not load the certificate with thumbprint"
              + "|unable to support the STARTTLS SMTP verb|"
              + numbers("120(?:14|23)"),
          "event 12014, as administrators published it");

  public static final LogSign CERTIFICATE_ENDS =
      LogSign.of(
          "certificate-expires",
          "a certificate of Exchange for SMTP has expired, or soon does",
          "no valid SMTP TLS certificate|STARTTLS certificate will expire|" + numbers("1201[5678]"),
          LIST);

  public static final LogSign BACK_PRESSURE =
      LogSign.of(
          "event-back-pressure",
          "Exchange's events 15004 to 15007: the server is short of disk space or memory",
          "resource pressure (?:has )?(?:increased|is constant)|" + numbers("1500[4567]"),
          "back pressure guide");

  public static final LogSign INVALID_CONNECTOR =
      LogSign.of(
          "connector-refused",
          "Exchange ignored a change because the connector's settings do not fit together",
          "configuration of one of the SMTP Receive connectors is invalid|" + number(1003),
          LIST);

  public static final LogSign NO_DNS_SERVERS =
      LogSign.of(
          "event-16025",
          "Exchange's event 16025: a network card names no DNS server that could be used",
          "No DNS servers could be retrieved|" + number(16025),
          BY_HEART);

  public static final LogSign NOT_LISTENING =
      LogSign.of(
          "port-taken",
          "Exchange could not listen at the address and port of a connector: somebody else does",
          "Failed to start listening|address is already in use\\W{1,3}Binding|"
              + numbers("101[89]"),
          BY_HEART);

  public static final LogSign QUEUE_DATABASE =
      LogSign.of(
          "queue-database",
          "Exchange's events 17003 to 17021: the database of its mail queue failed, and it stops",
          "Exchange Transport service is shutting down|" + numbers("170(?:03|14|15|17|18|21)"),
          "help of the events 17003, 17014, 17015, 17017 and 17021; administrators on 17018");

  static final List<LogSign> ALL =
      List.of(
          PER_SOURCE,
          TOTAL,
          MESSAGE_RATE,
          LOGON_FAILURES,
          LOGIN_REFUSED,
          SUBMIT_REFUSED,
          CERTIFICATE,
          CERTIFICATE_ENDS,
          BACK_PRESSURE,
          QUEUE_DATABASE,
          NO_DNS_SERVERS,
          NOT_LISTENING,
          INVALID_CONNECTOR);

  private EventSignRows() {}

  private static String number(int id) {
    return numbers(String.valueOf(id));
  }

  /** Source and number in either order, as viewers and XML have them. */
  private static String numbers(String ids) {
    return "(?:"
        + SOURCE
        + ".{0,300}?"
        + NUMBER
        + ids
        + "\\b|"
        + NUMBER
        + ids
        + "\\b.{0,300}?"
        + SOURCE
        + "|"
        + SOURCE
        + "\\W{1,3}"
        + ids
        + "\\b)";
  }
}
