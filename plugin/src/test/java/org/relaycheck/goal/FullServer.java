package org.relaycheck.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.relaycheck.probe.Endpoint;
import org.relaycheck.probe.Exchange;
import org.relaycheck.probe.Handshake;
import org.relaycheck.probe.Line;
import org.relaycheck.probe.Lines;
import org.relaycheck.probe.Response;
import org.relaycheck.probe.Routed;
import org.relaycheck.probe.Step;

/** A server that is called without a network, and takes only so many connections together. */
final class FullServer implements Lines {

  private final Routed.Route route;
  private final int room;
  private final String refusal;
  private final Duration held;
  private final List<String> hello;
  private final AtomicInteger open = new AtomicInteger();

  /** One on this machine that is quick. */
  FullServer(int room, String refusal) {
    this(new Routed.Route("127.0.0.1", "127.0.0.1"), room, refusal, Duration.ZERO, List.of("ex"));
  }

  /**
   * One anywhere.
   *
   * @param refusal what is said to who finds no room
   * @param held how late a message is acknowledged; nobody waits for that
   * @param hello what it says to EHLO: its name, then what it offers
   */
  FullServer(Routed.Route route, int room, String refusal, Duration held, List<String> hello) {
    this.route = route;
    this.room = room;
    this.refusal = refusal;
    this.held = held;
    this.hello = List.copyOf(hello);
  }

  @Override
  public Routed route(Endpoint endpoint) {
    return route;
  }

  @Override
  public Line open(Endpoint endpoint, String address, Duration life) {
    return new Call(open.incrementAndGet() <= room);
  }

  private static Exchange said(Step step, String reply) {
    int code = Integer.parseInt(reply.substring(0, 3));
    return new Exchange(step, new Response.Reply(code, List.of(reply.substring(4))), Duration.ZERO);
  }

  private final class Call implements Line {

    private final boolean taken;

    Call(boolean taken) {
      this.taken = taken;
    }

    @Override
    public List<Exchange> opening() {
      return taken
          ? List.of(
              said(Step.GREETING, "220 ex"),
              new Exchange(Step.HELLO, new Response.Reply(250, hello), Duration.ZERO))
          : List.of(said(Step.GREETING, refusal));
    }

    @Override
    public Exchange say(Step step, String command) {
      return said(step, "250 OK");
    }

    @Override
    public Exchange send(String text) {
      return new Exchange(Step.MESSAGE, new Response.Reply(250, List.of("OK")), held);
    }

    @Override
    public Handshake secure() {
      return new Handshake.Unsecured(List.of(), "it is not offered");
    }

    @Override
    public Exchange end() {
      return said(Step.END, "221 bye");
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
