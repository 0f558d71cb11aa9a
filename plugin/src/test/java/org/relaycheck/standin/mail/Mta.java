package org.relaycheck.standin.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * A mail server in this process that acts as a receive connector of Exchange 2010 does: it limits
 * the connections of one source, holds acknowledgements back, tarpits who may not relay, and says
 * so in Exchange's words. What it is set to can be changed while it runs.
 */
public final class Mta implements AutoCloseable {

  /** The only domain that it takes mail for without the right to relay. */
  public static final String OWN_DOMAIN = "corp.example";

  private final ScheduledExecutorService delays =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "mta-delays");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final SMTPServer server;

  private volatile int limit = Integer.MAX_VALUE;
  private volatile Duration acknowledgement = Duration.ZERO;
  private volatile Duration tarpit = Duration.ZERO;
  private volatile boolean relaying = true;
  private volatile boolean anonymous = true;
  private volatile Optional<String> greeting = Optional.empty();
  private volatile Optional<String> onSender = Optional.empty();
  private volatile Optional<String> onRecipient = Optional.empty();
  private volatile Optional<String> onMessage = Optional.empty();

  private Mta(SMTPServer.Builder builder) {
    server =
        builder
            .serverSocketFactory(Counted::new)
            .bindAddress(InetAddress.getLoopbackAddress())
            .port(0)
            .backlog(200)
            .hostName("ex01.corp.example")
            .softwareName("Microsoft ESMTP MAIL Service ready")
            .maxMessageSize(37_748_736)
            .sessionHandler(new Door())
            .messageHandlerFactory(Handler::new)
            .build();
    server.start();
  }

  public static Mta start() {
    return new Mta(SMTPServer.port(0));
  }

  /** With STARTTLS. */
  public static Mta start(SSLContext tls) {
    return new Mta(SMTPServer.port(0).enableTLS().startTlsSocketFactory(tls));
  }

  public int port() {
    return server.getPortAllocated();
  }

  public Mta limit(int connections) {
    limit = connections;
    return this;
  }

  public Mta acknowledgement(Duration delay) {
    acknowledgement = delay;
    return this;
  }

  public Mta tarpit(Duration delay) {
    tarpit = delay;
    return this;
  }

  public Mta relaying(boolean allowed) {
    relaying = allowed;
    return this;
  }

  public Mta anonymous(boolean allowed) {
    anonymous = allowed;
    return this;
  }

  /** Replies, such as {@code 421 4.3.2 ...}, with which it answers a step from now on. */
  public Mta greets(String reply) {
    greeting = Optional.of(reply);
    return this;
  }

  public Mta onSender(String reply) {
    onSender = Optional.of(reply);
    return this;
  }

  public Mta onRecipient(String reply) {
    onRecipient = Optional.of(reply);
    return this;
  }

  public Mta onMessage(String reply) {
    onMessage = Optional.of(reply);
    return this;
  }

  /** The texts of all messages that were taken. */
  public List<String> messages() {
    return List.copyOf(messages);
  }

  /** The most sessions that were open together. */
  public int most() {
    return most.get();
  }

  /** How many sessions are open. */
  public int open() {
    return open.get();
  }

  /** What was refused, in the server's words. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  @Override
  public void close() {
    server.stop();
    delays.shutdownNow();
  }

  /** By a schedule of its own: whoever waits does not sleep. */
  private void pause(Duration delay) {
    if (delay.isZero()) {
      return;
    }
    CountDownLatch over = new CountDownLatch(1);
    delays.schedule(over::countDown, delay.toMillis(), TimeUnit.MILLISECONDS);
    try {
      over.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void refuse(Optional<String> reply) throws RejectException {
    if (reply.isPresent()) {
      int code = Integer.parseInt(reply.get().substring(0, 3));
      String text = reply.get().substring(4);
      refusals.add(reply.get());
      throw code == 421 ? new DropConnectionException(code, text) : new RejectException(code, text);
    }
  }

  private final class Door implements SessionHandler {

    @Override
    public SessionAcceptance accept(Session session) {
      if (greeting.isPresent()) {
        String reply = greeting.get();
        return SessionAcceptance.failure(
            Integer.parseInt(reply.substring(0, 3)), reply.substring(4));
      }
      if (open.get() > limit) {
        return SessionAcceptance.failure(
            421,
            "4.3.2 The maximum number of concurrent connections has exceeded a limit, closing"
                + " transmission channel");
      }
      most.accumulateAndGet(open.get(), Math::max);
      return SessionAcceptance.success();
    }

    @Override
    public void onSessionEnd(Session session) {
      // the socket counts
    }
  }

  /**
   * Counts a connection until it hangs up, and no longer: a client that saw that may come again.
   */
  private final class Counted extends ServerSocket {

    Counted() throws IOException {
      super(); // the library binds it
    }

    @Override
    public Socket accept() throws IOException {
      Socket socket =
          new Socket() {
            private final AtomicBoolean counted = new AtomicBoolean(true);

            @Override
            public synchronized void close() throws IOException {
              if (counted.getAndSet(false)) {
                open.decrementAndGet();
              }
              super.close();
            }
          };
      implAccept(socket);
      open.incrementAndGet();
      return socket;
    }
  }

  private final class Handler implements MessageHandler {

    Handler(MessageContext context) {}

    @Override
    public void from(String sender) throws RejectException {
      refuse(onSender);
      refuse(anonymous ? Optional.empty() : Optional.of("530 5.7.1 Client was not authenticated"));
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      refuse(onRecipient);
      if (!relaying && !recipient.endsWith("@" + OWN_DOMAIN)) {
        pause(tarpit);
        refuse(Optional.of("550 5.7.1 Unable to relay"));
      }
    }

    @Override
    public String data(InputStream in) throws RejectException, IOException {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      refuse(onMessage);
      pause(acknowledgement);
      messages.add(text);
      return "2.6.0 Queued mail for delivery";
    }

    @Override
    public void done() {
      // the session goes on
    }
  }
}
