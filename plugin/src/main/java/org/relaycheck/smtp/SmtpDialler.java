package org.relaycheck.smtp;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.relaycheck.probe.wire.ServerRoute;
import org.relaycheck.probe.wire.SmtpAddress;
import org.relaycheck.probe.wire.SmtpServers;
import org.relaycheck.probe.wire.SmtpSession;

/** Calls SMTP servers; one thread cuts the lines whose time is over. */
public final class SmtpDialler implements SmtpServers, AutoCloseable {

  private final Duration connecting;
  private final Duration reply;
  private final ScheduledThreadPoolExecutor watchdog =
      new ScheduledThreadPoolExecutor(1, SmtpDialler::thread);

  /**
   * A dialler with its patience.
   *
   * @param connecting until there is a connection
   * @param reply until a reply comes
   */
  public SmtpDialler(Duration connecting, Duration reply) {
    this.connecting = connecting;
    this.reply = reply;
    watchdog.setRemoveOnCancelPolicy(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "relay-probe-watchdog");
    thread.setDaemon(true);
    return thread;
  }

  /** A datagram socket finds its way without sending anything. */
  @Override
  public ServerRoute route(SmtpAddress endpoint) {
    try (DatagramSocket socket = new DatagramSocket()) {
      InetAddress to = InetAddress.getByName(endpoint.name());
      socket.connect(new InetSocketAddress(to, endpoint.port()));
      return new ServerRoute.Route(spelled(socket.getLocalAddress()), spelled(to));
    } catch (UnknownHostException unknown) {
      return new ServerRoute.Lost("DNS has no address for " + endpoint.name());
    } catch (IOException | UncheckedIOException none) {
      return new ServerRoute.Lost(
          "there is no route to " + endpoint + " (" + none.getMessage() + ")");
    }
  }

  private static String spelled(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }

  @Override
  public SmtpSession open(SmtpAddress endpoint, String address, Duration life) {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(address, endpoint.port()), Math.toIntExact(connecting.toMillis()));
      socket.setSoTimeout(Math.toIntExact(reply.toMillis()));
      CertificateWitness witness = new CertificateWitness();
      RecordingTransport transport =
          new RecordingTransport(session(endpoint, socket, witness), endpoint.name());
      Future<?> cut = watchdog.schedule(() -> cut(socket), life.toMillis(), TimeUnit.MILLISECONDS);
      return new AngusSession(socket, transport, witness, cut);
    } catch (IOException | GeneralSecurityException unreached) {
      cut(socket);
      return new UnreachedSession(ConnectionError.silence(unreached));
    }
  }

  private static Session session(SmtpAddress endpoint, Socket socket, CertificateWitness witness)
      throws GeneralSecurityException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", endpoint.name());
    properties.put("mail.smtp.localhost", ownName(socket.getLocalAddress()));
    properties.put("mail.smtp.auth", "false");
    properties.put("mail.smtp.starttls.enable", "false");
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.ssl.checkserveridentity", "false");
    properties.put("mail.smtp.ssl.socketFactory", witness.sockets());
    return Session.getInstance(properties);
  }

  /** The address of this machine as a literal (RFC 5321 4.1.3): its name may be known nowhere. */
  private static String ownName(InetAddress own) {
    return own instanceof Inet6Address ? "[IPv6:" + spelled(own) + "]" : "[" + spelled(own) + "]";
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      return; // it is closed all the same
    }
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
  }
}
