package org.relaycheck.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network between client and server, which can fail. */
final class Lane implements AutoCloseable {

  private final ServerSocket entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean frozen;

  Lane() throws IOException {}

  int port() {
    return entrance.getLocalPort();
  }

  /** Lets one connection through to a port. */
  void leadTo(int port) {
    start(
        () -> {
          Socket client = entrance.accept();
          Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
          sockets.addAll(List.of(client, server));
          start(() -> carry(client, server));
          start(() -> carry(server, client));
        });
  }

  /** From now on nothing gets through, and nobody is told. */
  void freeze() {
    frozen = true;
  }

  /** Resets the connection with the client, as a firewall does. */
  void reset() throws IOException {
    Socket client = sockets.get(0);
    client.setSoLinger(true, 0);
    client.close();
  }

  private void carry(Socket from, Socket to) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] bytes = new byte[8192];
    for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
      if (!frozen) {
        out.write(bytes, 0, length);
      }
    }
    to.shutdownOutput();
  }

  /** What a thread of the network does. */
  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException over) {
                return; // the test is over, or the connection was meant to end
              }
            },
            "lane");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
