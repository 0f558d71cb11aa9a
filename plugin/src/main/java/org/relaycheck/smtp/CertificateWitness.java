package org.relaycheck.smtp;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.relaycheck.probe.wire.CertificateChain;

/**
 * Looks at a server's certificate and lets the handshake go on whatever it sees: nothing is sent
 * that must be kept from anybody, and only a certificate that was seen can be judged.
 */
final class CertificateWitness implements X509TrustManager {

  private static final String COMMON_NAME = "CN=";

  private final AtomicReference<@Nullable CertificateChain> seen = new AtomicReference<>();

  /** Makes sockets for which this witness looks. */
  SSLSocketFactory sockets() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {this}, null);
    return context.getSocketFactory();
  }

  /** The certificate of the last handshake. */
  Optional<CertificateChain> seen() {
    return Optional.ofNullable(seen.get());
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    X509Certificate own = chain[0];
    seen.set(
        new CertificateChain(
            own.getSubjectX500Principal().getName(),
            own.getIssuerX500Principal().getName(),
            names(own),
            own.getNotBefore().toInstant(),
            own.getNotAfter().toInstant(),
            distrust(chain, type)));
  }

  private static Optional<String> distrust(X509Certificate[] chain, String type) {
    try {
      TrustManagerFactory usual =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      usual.init((KeyStore) null);
      for (TrustManager manager : usual.getTrustManagers()) {
        if (manager instanceof X509TrustManager trust) {
          trust.checkServerTrusted(chain, type);
        }
      }
      return Optional.empty();
    } catch (GeneralSecurityException distrusted) {
      return Optional.of(ConnectionError.reason(distrusted));
    }
  }

  private static List<String> names(X509Certificate own) {
    try {
      Collection<List<?>> names = own.getSubjectAlternativeNames();
      if (names != null) {
        return names.stream()
            .filter(name -> name.get(1) instanceof String)
            .map(name -> (String) name.get(1))
            .toList();
      }
    } catch (CertificateException unreadable) {
      return List.of();
    }
    return Arrays.stream(own.getSubjectX500Principal().getName().split(","))
        .filter(part -> part.startsWith(COMMON_NAME))
        .map(part -> part.substring(COMMON_NAME.length()))
        .toList();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("no client calls here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
