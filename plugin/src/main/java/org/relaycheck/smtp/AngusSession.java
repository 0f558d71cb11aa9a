package org.relaycheck.smtp;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.relaycheck.probe.Exchange;
import org.relaycheck.probe.Handshake;
import org.relaycheck.probe.Line;
import org.relaycheck.probe.Response;
import org.relaycheck.probe.Step;

/** A session of which the library says the commands. */
final class AngusLine implements Line {

  private static final int GO_AHEAD = 354;
  private static final int HANG_UP_MILLIS = 2000;

  private final Socket socket;
  private final Transport transport;
  private final Witness witness;
  private final Future<?> cut;
  private final List<Exchange> opening;

  /**
   * Waits for the greeting.
   *
   * @param socket connected
   * @param cut what will close the socket if nobody else does
   */
  AngusLine(Socket socket, Transport transport, Witness witness, Future<?> cut) {
    this.socket = socket;
    this.transport = transport;
    this.witness = witness;
    this.cut = cut;
    this.opening = greet();
  }

  private List<Exchange> greet() {
    long start = System.nanoTime();
    Response broken = new Response.Silence("the server hung up without a greeting");
    try {
      transport.connect(socket);
    } catch (MessagingException unfriendly) {
      broken = Breaks.silence(unfriendly);
    }
    Duration took = since(start);
    List<Response.Reply> replies = transport.replies();
    if (replies.isEmpty()) {
      return List.of(new Exchange(Step.GREETING, broken, took));
    }
    Exchange greeting = new Exchange(Step.GREETING, replies.get(0), took);
    if (!greeting.response().isGood()) {
      return List.of(greeting);
    }
    // who does not know EHLO is asked again by HELO: the last reply counts
    Response hello = replies.size() > 1 ? replies.get(replies.size() - 1) : broken;
    return List.of(greeting, new Exchange(Step.HELLO, hello, took));
  }

  @Override
  public List<Exchange> opening() {
    return opening;
  }

  @Override
  public Exchange say(Step step, String text) {
    long start = System.nanoTime();
    return new Exchange(step, transport.say(text), since(start));
  }

  @Override
  public Exchange send(String text) {
    long start = System.nanoTime();
    Response permission = transport.begin();
    if (!permission.is(GO_AHEAD)) {
      return new Exchange(Step.MESSAGE, permission, since(start));
    }
    long sent = System.nanoTime();
    return new Exchange(Step.MESSAGE, transport.finish(text), since(sent));
  }

  @Override
  public Handshake secure() {
    int before = transport.replies().size();
    long start = System.nanoTime();
    String why = "the server showed no certificate";
    try {
      transport.encrypt();
      transport.hello();
    } catch (MessagingException failed) {
      why = Breaks.words(failed);
    }
    List<Exchange> said = new ArrayList<>();
    for (Response reply : transport.replies().subList(before, transport.replies().size())) {
      said.add(
          new Exchange(said.isEmpty() ? Step.START_TLS : Step.SECURE_HELLO, reply, since(start)));
    }
    String reason = why;
    return witness
        .seen()
        .filter(chain -> said.size() > 1)
        .<Handshake>map(chain -> new Handshake.Secured(said, chain))
        .orElseGet(() -> new Handshake.Unsecured(said, reason));
  }

  @Override
  public Exchange end() {
    Exchange farewell = say(Step.END, "QUIT");
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
