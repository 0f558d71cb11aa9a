package org.relaycheck.smtp;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.relaycheck.probe.wire.CommandReply;
import org.relaycheck.probe.wire.SessionStep;
import org.relaycheck.probe.wire.SmtpResponse;
import org.relaycheck.probe.wire.SmtpSession;
import org.relaycheck.probe.wire.TlsHandshake;

/** A session of which the library says the commands. */
final class AngusSession implements SmtpSession {

  private static final int GO_AHEAD = 354;
  private static final int HANG_UP_MILLIS = 2000;

  private final Socket socket;
  private final RecordingTransport transport;
  private final CertificateWitness witness;
  private final Future<?> cut;
  private final List<CommandReply> opening;

  /**
   * Waits for the greeting.
   *
   * @param socket connected
   * @param cut what will close the socket if nobody else does
   */
  AngusSession(
      Socket socket, RecordingTransport transport, CertificateWitness witness, Future<?> cut) {
    this.socket = socket;
    this.transport = transport;
    this.witness = witness;
    this.cut = cut;
    this.opening = greet();
  }

  private List<CommandReply> greet() {
    long start = System.nanoTime();
    SmtpResponse broken =
        new SmtpResponse.Silence("the server closed the connection without a" + " greeting");
    try {
      transport.connect(socket);
    } catch (MessagingException unfriendly) {
      broken = ConnectionError.silence(unfriendly);
    }
    Duration took = since(start);
    List<SmtpResponse.Reply> replies = transport.replies();
    if (replies.isEmpty()) {
      return List.of(new CommandReply(SessionStep.GREETING, broken, took));
    }
    CommandReply greeting = new CommandReply(SessionStep.GREETING, replies.get(0), took);
    if (!greeting.response().isGood()) {
      return List.of(greeting);
    }
    // who does not know EHLO is asked again by HELO: the last reply counts
    SmtpResponse hello = replies.size() > 1 ? replies.get(replies.size() - 1) : broken;
    return List.of(greeting, new CommandReply(SessionStep.HELLO, hello, took));
  }

  @Override
  public List<CommandReply> opening() {
    return opening;
  }

  @Override
  public CommandReply say(SessionStep step, String text) {
    long start = System.nanoTime();
    return new CommandReply(step, transport.say(text), since(start));
  }

  @Override
  public CommandReply send(String text) {
    long start = System.nanoTime();
    SmtpResponse permission = transport.begin();
    if (!permission.is(GO_AHEAD)) {
      return new CommandReply(SessionStep.MESSAGE, permission, since(start));
    }
    long sent = System.nanoTime();
    return new CommandReply(SessionStep.MESSAGE, transport.finish(text), since(sent));
  }

  @Override
  public TlsHandshake secure() {
    int before = transport.replies().size();
    long start = System.nanoTime();
    String why = "the server showed no certificate";
    try {
      transport.encrypt();
      transport.hello();
    } catch (MessagingException failed) {
      why = ConnectionError.words(failed);
    }
    List<CommandReply> said = new ArrayList<>();
    for (SmtpResponse reply : transport.replies().subList(before, transport.replies().size())) {
      said.add(
          new CommandReply(
              said.isEmpty() ? SessionStep.START_TLS : SessionStep.SECURE_HELLO,
              reply,
              since(start)));
    }
    String reason = why;
    return witness
        .seen()
        .filter(chain -> said.size() > 1)
        .<TlsHandshake>map(chain -> new TlsHandshake.Secured(said, chain))
        .orElseGet(() -> new TlsHandshake.Unsecured(said, reason));
  }

  @Override
  public CommandReply end() {
    CommandReply farewell = say(SessionStep.END, "QUIT");
    if (farewell.response().isGood()) {
      awaitHangUp();
    }
    return farewell;
  }

  private void awaitHangUp() {
    try {
      socket.setSoTimeout(HANG_UP_MILLIS);
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException slow) {
      return; // it hangs up in its own time
    }
  }

  @Override
  public void close() {
    cut.cancel(false);
    try {
      socket.close();
      transport.close();
    } catch (IOException | MessagingException gone) {
      return; // it is closed all the same
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
