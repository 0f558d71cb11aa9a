package org.relaycheck.smtp;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import org.relaycheck.probe.wire.SmtpResponse;

/** What went wrong on a line, in words. */
final class ConnectionError {

  private ConnectionError() {}

  static SmtpResponse.Silence silence(Throwable broken) {
    return new SmtpResponse.Silence(words(broken));
  }

  /** The innermost message. */
  static String reason(Throwable broken) {
    Throwable root = broken;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  /** Whether the time was over, so that there is no use in waiting once more. */
  static boolean isLate(Throwable broken) {
    Throwable root = broken;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof SocketTimeoutException;
  }

  static String words(Throwable broken) {
    Throwable root = broken;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String told = reason(root);
    if (root instanceof SocketTimeoutException) {
      return "no reply in time (" + told + ")";
    }
    if (root instanceof ConnectException) {
      return "no connection (" + told + ")";
    }
    return root instanceof SSLException
        ? "no TLS (" + told + ")"
        : "the connection broke (" + told + ")";
  }
}
