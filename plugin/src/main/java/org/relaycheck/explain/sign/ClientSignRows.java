package org.relaycheck.explain.sign;

import java.util.List;

/** What Windows and .NET on the SQL Server's own machine say of a connection that failed. */
public final class ClientSignRows {

  private static final String LOGS = "texts that administrators published";
  private static final String NET = "words of .NET";

  public static final LogSign CERTIFICATE =
      LogSign.of(
          "certificate-refused",
          "SQL Server does not trust the mail server's certificate",
          "remote certificate (?:is invalid|was rejected)|PKIX path building failed"
              + "|valid certification path|certificate verify failed|CERTIFICATE_VERIFY_FAILED"
              + "|certificate presented by the server is not trusted|self.signed certificate"
              + "|certificate chain was issued by an authority that is not trusted.{0,80}(?:smtp|mail)|"
              + TranslatedWords.CERTIFICATE,
          LOGS);

  public static final LogSign TLS_VERSIONS =
      LogSign.of(
          "tls-no-common-version",
          "both sides have no version or cipher of TLS in common",
          "do not possess a common algorithm|SSL_ERROR_PROTOCOL|protocol version alert"
              + "|TLS ?1\\.[01] (?:is|are) (?:not supported|deprecated|disabled)"
              + "|requested security protocol is not supported|No appropriate protocol"
              + "|no protocols available|unsupported protocol|handshake_failure|no shared cipher"
              + "|TLS negotiation failed with error AlgorithmMismatch",
          NET);

  public static final LogSign NO_TLS_THERE =
      LogSign.of(
          "tls-unexpected-packet",
          "one side spoke TLS while the other did not",
          "handshake failed due to an unexpected packet format|Cannot determine the frame size"
              + "|wrong.version.number|plaintext connection\\?"
              + "|typically reserved for plain-text connections",
          NET);

  public static final LogSign TLS_FAILED =
      LogSign.of(
          "tls-failed",
          "no encrypted session could be made; the words do not say why",
          "call to SSPI failed|System\\.Security\\.Authentication\\.AuthenticationException"
              + "|Authentication failed because the remote party (?:has closed|sent a TLS alert)"
              + "|SSL connection could not be established|establish an SSL or TLS connection"
              + "|token supplied to the function is invalid"
              + "|message received was unexpected or badly formatted|unexpected EOF or 0 bytes"
              + "|create SSL/TLS secure channel|TLS negotiation failed|"
              + TranslatedWords.SSPI,
          "names of .NET, the same in every language; " + NET);

  public static final LogSign POOL =
      LogSign.of(
          "connection-pool-timeout",
          "the mail program waited for a connection of its own pool",
          "ConnectionPoolManager|SmtpConnection\\.GetConnection|pool of connections",
          "SQL Server support blog on Database Mail and its connection pool");

  public static final LogSign CONNECT_TIMEOUT =
      LogSign.of(
          "connect-timeout",
          "nothing answers at that address and port",
          "connected party did not properly respond after a period of time"
              + "|connected host has failed to respond|WSAETIMEDOUT|WinError 10060"
              + "|timed out \\(110\\)|ETIMEDOUT"
              + "|ConnectException: Connection timed out|connect timed out|"
              + TranslatedWords.NO_ANSWER,
          LOGS);

  public static final LogSign TIMEOUT =
      LogSign.of(
          "timeout",
          "the mail server did not answer as fast as the account's time-out wants",
          "operation has timed out|-2146233083\\b|socket\\.timeout|Read timed out"
              + "|operation was cancell?ed|"
              + TranslatedWords.TIMED_OUT,
          LOGS + "; the number is .NET's for a time-out");

  public static final LogSign NAME_UNKNOWN =
      LogSign.of(
          "name-unknown",
          "the SQL Server cannot resolve that name",
          "No such host is known|The remote name could not be resolved|WSAHOST_NOT_FOUND"
              + "|Name or service not known|UnknownHostException|getaddrinfo failed|"
              + TranslatedWords.NAME,
          "words of Windows and .NET");

  public static final LogSign NO_SERVER =
      LogSign.of(
          "no-server-named",
          "the client has no mail server to call",
          "SMTP host was not specified|SendUsing\\W{1,3}configuration value is invalid",
          NET + "; words of CDO");

  public static final LogSign CONNECT_REFUSED =
      LogSign.of(
          "connect-refused",
          "nothing listens at that address and port",
          "target machine actively refused it|Connection refused|WinError 10061|"
              + TranslatedWords.REFUSED,
          LOGS);

  public static final LogSign NETWORK_UNREACHABLE =
      LogSign.of(
          "network-unreachable",
          "there is no route to that network",
          "unreachable (?:network|host)|Network is unreachable|No route to host",
          "words of Windows and .NET");

  public static final LogSign CONNECT_ABORTED =
      LogSign.of(
          "connect-aborted",
          "a program on the SQL Server's own machine ended the connection",
          "aborted by the software in your host machine|" + TranslatedWords.ABORTED,
          LOGS);

  public static final LogSign ACCESS_FORBIDDEN =
      LogSign.of(
          "connect-forbidden",
          "Windows on the SQL Server's own machine forbids the connection",
          "access a socket in a way forbidden by its access permissions",
          "words of Windows");

  public static final LogSign CLOSED =
      LogSign.of(
          "connection-closed",
          "the other side ended the connection without a message",
          "forcibly closed by the remote host|net_io_connectionclosed|connection was closed"
              + "|transport connection: The connection was closed|Connection reset by peer"
              + "|SmtpClient is not connected|unexpectedly disconnected|Connection unexpectedly closed|"
              + TranslatedWords.CLOSED,
          NET + "; " + LOGS);

  public static final LogSign ADDRESS_FORM =
      LogSign.of(
          "address-malformed",
          "an address of the mail is written so that .NET does not take it for one",
          "not in the form required for an e-?mail address|invalid character was found in the mail"
              + " header|parameter '(?:address|addresses|from|to)' cannot be an empty string"
              + "|email address you entered is not valid",
          NET);

  public static final LogSign SENDING_FAILED =
      LogSign.of(
          "sending-failed",
          ".NET could not send; the reason is in an inner exception that this text does not have",
          "Failure sending mail|" + TranslatedWords.SENDING,
          NET + "; " + LOGS);

  public static final LogSign CONNECT_FAILED =
      LogSign.of(
          "connect-failed",
          "no connection to the mail server could be made; the words that say why are not known",
          "Could not connect to mail server|Unable to connect to the remote server"
              + "|Void CheckServerValidity\\(\\)|System\\.Net\\.Sockets\\.SocketException"
              + "|transport failed to connect to the server|80040213"
              + "|SMTP connect\\(\\) failed|connection to the host, on port"
              + "|auf Port \\d+: Verbind|Could not connect to SMTP host|Couldn't connect to host"
              + "|TcpTestSucceeded\\W{1,12}False|TCP connect to .{1,60} failed",
          LOGS + "; names of .NET, the same in every language");

  static final List<LogSign> ALL =
      List.of(
          CERTIFICATE,
          TLS_VERSIONS,
          NO_TLS_THERE,
          TLS_FAILED,
          POOL,
          CONNECT_TIMEOUT,
          TIMEOUT,
          NAME_UNKNOWN,
          NO_SERVER,
          CONNECT_REFUSED,
          NETWORK_UNREACHABLE,
          CONNECT_ABORTED,
          ACCESS_FORBIDDEN,
          CLOSED,
          ADDRESS_FORM);

  /** They say so little that whatever else a text says comes first. */
  static final List<LogSign> LAST = List.of(CONNECT_FAILED, SENDING_FAILED);

  private ClientSignRows() {}
}
