package org.relaycheck.standin.tds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A socket that wraps what passes through it in PRELOGIN packets until {@link #finish}. */
final class HandshakeSocket extends Socket {
  private final Socket socket;
  private final HandshakeStream.In in;
  private final HandshakeStream.Out out;

  HandshakeSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.out = new HandshakeStream.Out(socket.getOutputStream());
    this.in = new HandshakeStream.In(socket.getInputStream(), out);
  }

  /** Sends the last wrapped bytes; from here on everything passes as it is. */
  void finish() throws IOException {
    out.finish();
    in.finish();
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public InetAddress getInetAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getPort() {
    return socket.getPort();
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return socket.getSoTimeout();
  }

  @Override
  public void setSoTimeout(int timeout) throws SocketException {
    socket.setSoTimeout(timeout);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
