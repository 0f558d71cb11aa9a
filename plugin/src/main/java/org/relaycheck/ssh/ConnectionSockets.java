package org.relaycheck.ssh;

import com.jcraft.jsch.SocketFactory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** The sockets of one connection, so that they can be closed whatever the library is doing. */
final class ConnectionSockets implements SocketFactory {

  private final int connectMillis;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicBoolean broken = new AtomicBoolean();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  ConnectionSockets(Duration connect) {
    this.connectMillis = Math.toIntExact(connect.toMillis());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    Socket socket = new Socket();
    sockets.add(socket);
    if (over.get()) {
      socket.close();
    }
    socket.connect(address, connectMillis);
    return socket;
  }

  @Override
  public InputStream getInputStream(Socket socket) throws IOException {
    return watched(socket.getInputStream());
  }

  @Override
  public OutputStream getOutputStream(Socket socket) throws IOException {
    return socket.getOutputStream();
  }

  /** The same bytes; it is remembered if they end, of which the library does not always tell. */
  InputStream watched(InputStream bytes) {
    return new Watched(bytes);
  }

  /** Whether the bytes of one of them have ended. */
  boolean broken() {
    return broken.get();
  }

  /** Closes them all, and any that is yet to come; whoever waits on one of them is woken. */
  void cut() {
    over.set(true);
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException gone) {
        // closed is what is wanted
      }
    }
  }

  private final class Watched extends FilterInputStream {

    Watched(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int got = -1;
      try {
        got = super.read(bytes, from, length);
      } finally {
        if (got < 0) {
          broken.set(true);
        }
      }
      return got;
    }
  }
}
