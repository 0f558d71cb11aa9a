package org.relaycheck.standin.tds;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The two places where TDS puts TLS: in front of everything, or inside its own packets. */
record TlsLayer(Optional<SSLContext> context) {

  /** TDS 8.0: TLS from the first byte. */
  Channel inFront(Socket socket) throws IOException {
    SSLSocket tls = over(socket, "TLSv1.3");
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"tds/8.0"});
    tls.setSSLParameters(parameters);
    return shaken(tls);
  }

  /**
   * TDS 7: the handshake travels in PRELOGIN packets. TLS 1.3 sends tickets after its handshake,
   * which would arrive without packets around them, so it stays at 1.2.
   */
  Channel inside(Socket socket) throws IOException {
    HandshakeSocket carrier = new HandshakeSocket(socket);
    Channel channel = shaken(over(carrier, "TLSv1.2"));
    carrier.finish();
    return channel;
  }

  private SSLSocket over(Socket socket, String protocol) throws IOException {
    SSLContext certain =
        context.orElseThrow(() -> new IllegalStateException("TLS needs a certificate"));
    SSLSocket tls = (SSLSocket) certain.getSocketFactory().createSocket(socket, null, true);
    tls.setEnabledProtocols(new String[] {protocol});
    return tls;
  }

  private static Channel shaken(SSLSocket tls) throws IOException {
    tls.startHandshake();
    return new Channel(tls.getInputStream(), tls.getOutputStream(), tls.getSession().getProtocol());
  }
}
