package org.relaycheck.standin.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network between clients and one server, which fails when and how it is told. */
public final class FaultyLine implements AutoCloseable {

  private static final int NEVER = Integer.MAX_VALUE;

  private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final Blow blow;
  private int left = NEVER;
  private long passed;
  private boolean struck;

  /** A line that works so far. */
  public FaultyLine(Blow blow) throws IOException {
    this.blow = blow;
  }

  /** Lets connections through to a port. */
  public FaultyLine leadTo(int port) {
    start(
        () -> {
          while (true) {
            Socket client = entrance.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.addAll(List.of(client, server));
            start(() -> carry(client, server, false));
            start(() -> carry(server, client, true));
          }
        });
    return this;
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** Strikes the client when so many bytes more have come to it. */
  public synchronized void strikeAfter(int bytes) {
    left = bytes;
    notifyAll();
  }

  /** Whether it has failed. */
  public synchronized boolean struck() {
    return struck;
  }

  /** How many bytes have come to the client. */
  public synchronized long passed() {
    return passed;
  }

  /** Waits until so many have. */
  public synchronized void awaitPassed(long bytes) throws InterruptedException {
    while (passed < bytes) {
      wait();
    }
  }

  private void carry(Socket from, Socket to, boolean toClient) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] bytes = new byte[8192];
    for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
      int passing = toClient ? passing(bytes, length) : length;
      out.write(bytes, 0, passing);
      if (toClient) {
        arrived(passing);
      }
      if (passing < length && blow == Blow.KILL) {
        to.setSoLinger(true, 0);
        to.close();
        from.close();
        return;
      }
    }
    if (!(toClient && blow == Blow.STALL && struck())) {
      to.shutdownOutput();
    }
  }

  private synchronized int passing(byte[] bytes, int length) {
    if (left == NEVER || left >= length) {
      left -= left == NEVER ? 0 : length;
      return length;
    }
    boolean first = !struck;
    struck = true;
    if (blow == Blow.CORRUPT) {
      bytes[left] ^= (byte) (first ? 0x55 : 0);
      left = NEVER;
      return length;
    }
    int passing = left;
    left = 0;
    return passing;
  }

  private synchronized void arrived(int bytes) {
    passed += bytes;
    notifyAll();
  }

  /** What a thread of the network does. */
  private interface Work {
    void run() throws IOException;
  }

  private void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException over) {
                return; // the test is over, or the connection was meant to end
              }
            },
            "faulty-line");
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
