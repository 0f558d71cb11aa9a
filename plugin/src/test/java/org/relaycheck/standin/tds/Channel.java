package org.relaycheck.standin.tds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * The two streams of a connection.
 *
 * @param tls the TLS version that protects them, or ""
 */
record Channel(InputStream in, OutputStream out, String tls) {
  static Channel plain(Socket socket) throws IOException {
    return new Channel(socket.getInputStream(), socket.getOutputStream(), "");
  }
}
