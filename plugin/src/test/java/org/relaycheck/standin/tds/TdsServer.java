package org.relaycheck.standin.tds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A scripted SQL Server on a free port of 127.0.0.1. */
public final class TdsServer implements AutoCloseable {
  private final Setup setup;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Crew crew = new Crew();

  private TdsServer(Setup setup, ServerSocket listener) {
    this.setup = setup;
    this.listener = listener;
  }

  /** A server without TLS. */
  public static TdsServer start(Script script) throws IOException {
    TlsLayer none = new TlsLayer(Optional.empty());
    return start(new Setup(Encryption.NOT_SUPPORTED, none, script, new Journal()));
  }

  public static TdsServer start(Encryption encryption, TestCertificate certificate, Script script)
      throws IOException, GeneralSecurityException {
    TlsLayer tls = new TlsLayer(Optional.of(certificate.context()));
    return start(new Setup(encryption, tls, script, new Journal()));
  }

  private static TdsServer start(Setup setup) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    TdsServer server = new TdsServer(setup, listener);
    server.crew.execute(server::accept);
    return server;
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Every login packet, refused ones too. */
  public List<Login> logins() {
    return setup.journal().logins();
  }

  /** Every statement, whether it came as a batch or in an RPC, the driver's own ones too. */
  public List<Request> requests() {
    return setup.journal().requests();
  }

  /** The texts of {@link #requests}. */
  public List<String> batches() {
    return requests().stream().map(Request::sql).toList();
  }

  /** How often a client cancelled. */
  public int attentions() {
    return setup.journal().attentions();
  }

  /**
   * Ends all connections and threads.
   *
   * @throws AssertionError if a request found no answer in the script, or the server did not
   *     understand one
   */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    crew.end();
    List<Throwable> failures = setup.journal().failures();
    if (!failures.isEmpty()) {
      AssertionError error = new AssertionError(failures.get(0).getMessage(), failures.get(0));
      failures.subList(1, failures.size()).forEach(error::addSuppressed);
      throw error;
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        sockets.add(socket);
        if (listener.isClosed()) {
          socket.close();
        }
        crew.execute(new Session(socket, setup, crew));
      }
    } catch (IOException e) {
      // the server is closing
    }
  }
}
