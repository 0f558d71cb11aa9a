package org.relaycheck.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * What makes the driver's sockets. The driver makes one itself, by its name and in the thread that
 * asks for a connection, so the thread is what tells whose sockets they are.
 */
public final class SessionSocketFactory extends SocketFactory {

  private final SessionThread session;

  /** For the session of the current thread. */
  public SessionSocketFactory() {
    if (!(Thread.currentThread() instanceof SessionThread thread)) {
      throw new IllegalStateException("a connection is made in the thread of its session");
    }
    session = thread;
  }

  @Override
  public Socket createSocket() throws IOException {
    return new SessionSocket(session);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(createSocket(), new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(createSocket(), new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(bound(local, localPort), new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(bound(local, localPort), new InetSocketAddress(host, port));
  }

  private Socket bound(InetAddress local, int port) throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(local, port));
    return socket;
  }

  private static Socket connected(Socket socket, InetSocketAddress address) throws IOException {
    socket.connect(address);
    return socket;
  }
}
