package org.relaycheck.jdbc;

import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSException;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;

/**
 * Why a server was not read, for its user. The kind of an exception and its number decide, never
 * its text, which the driver translates.
 *
 * @param settings of the connection
 * @param error what the driver threw
 * @param letIn whether the login was accepted before
 */
record ReadFailure(ConnectionSettings settings, SQLException error, boolean letIn) {

  static final String LONGER =
      "check whether the server is busy or a firewall is in between; a longer 'deadline' gives"
          + " it more time";

  HostAnswer asked() {
    if (error.getErrorCode() > 0) {
      ServerError server = ServerError.of(error);
      return failed(
          letIn ? AskingStage.SERVER : AskingStage.LOGIN,
          server.why() + " (error " + server.number() + ": " + server.text() + ")",
          server.fix());
    }
    if (late()) {
      return failed(
          letIn ? AskingStage.SERVER : AskingStage.PORT,
          "it took longer than " + settings.limit(letIn),
          LONGER);
    }
    return domainLogin().orElseGet(this::transport);
  }

  private SqlServerAddress endpoint() {
    return settings.endpoint();
  }

  private HostAnswer transport() {
    return caused(SSLException.class) || caused(CertificateException.class)
        ? encryption()
        : connecting();
  }

  /** What keeps the driver from logging in with a domain's means. */
  private Optional<HostAnswer> domainLogin() {
    if (caused(GSSException.class) || caused(LoginException.class)) {
      return Optional.of(
          failed(
              AskingStage.LOGIN,
              "no Kerberos ticket could be obtained: " + root(),
              "run kinit as a user that the server knows, or state 'auth: ntlm' with credentials"));
    }
    if (caused(UnsatisfiedLinkError.class)) {
      return Optional.of(
          failed(
              AskingStage.LOGIN,
              "Windows' own login needs a library of the driver: " + root(),
              "put it on java.library.path, or state 'auth: ntlm' with credentials"));
    }
    return Optional.empty();
  }

  /** HY008 is a statement that was cancelled, which only its time limit does here. */
  boolean late() {
    return error instanceof SQLTimeoutException
        || "HY008".equals(error.getSQLState())
        || "HYT00".equals(error.getSQLState())
        || caused(SocketTimeoutException.class);
  }

  private HostAnswer encryption() {
    if (letIn) {
      return lost();
    }
    if (caused(CertificateExpiredException.class)) {
      return failed(
          AskingStage.ENCRYPTION,
          "its certificate has expired",
          "renew it; until then it cannot be trusted");
    }
    if (caused(CertPathBuilderException.class) || caused(CertPathValidatorException.class)) {
      return failed(
          AskingStage.ENCRYPTION,
          "its certificate is not trusted here",
          "save its issuer's certificate as PEM and state 'properties: {trustStore: FILE}', or"
              + " add it"
              + " to the trust store that is stated");
    }
    if (caused(CertificateException.class)) {
      return failed(
          AskingStage.ENCRYPTION,
          "its certificate is for another name than " + endpoint().host(),
          "use the name in the certificate, or state 'properties: {hostNameInCertificate: NAME}'");
    }
    return failed(
        AskingStage.ENCRYPTION,
        "no encrypted connection could be made",
        "check whether the server supports TLS 1.2, which Java asks for, and run it again");
  }

  private HostAnswer connecting() {
    if (!known()) {
      return failed(
          AskingStage.NAME,
          "the name " + endpoint().host() + " is unknown here",
          "correct it, or check DNS");
    }
    if (letIn) {
      return lost();
    }
    return endpoint().needsBrowser()
        ? failed(
            AskingStage.PORT,
            "no connection could be made",
            "state the instance's 'port': the browser service (UDP 1434) gave none")
        : failed(
            AskingStage.PORT,
            "no connection could be made",
            "check address, port and firewall, and whether TCP/IP and encryption are enabled there");
  }

  private HostAnswer lost() {
    return failed(
        AskingStage.SERVER,
        "the connection was lost before all was read",
        "run it again; if it stays so, check the server's error log and at firewalls in between");
  }

  private boolean known() {
    try {
      return InetAddress.getByName(endpoint().host()) != null;
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private String root() {
    return causes().reduce((first, last) -> last).map(ExceptionText::of).orElse("");
  }

  private boolean caused(Class<? extends Throwable> type) {
    return causes().anyMatch(type::isInstance);
  }

  private Stream<Throwable> causes() {
    return Stream.iterate(
            Optional.<Throwable>of(error),
            Optional::isPresent,
            cause -> cause.map(Throwable::getCause))
        .flatMap(Optional::stream);
  }

  private HostAnswer failed(AskingStage stage, String why, String fix) {
    return new HostAnswer.Failed(endpoint() + ": " + why, fix, stage);
  }
}
