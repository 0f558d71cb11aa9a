package org.relaycheck.goal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.relaycheck.probe.wire.CommandReply;
import org.relaycheck.probe.wire.ServerRoute;
import org.relaycheck.probe.wire.SessionStep;
import org.relaycheck.probe.wire.SmtpAddress;
import org.relaycheck.probe.wire.SmtpResponse;
import org.relaycheck.probe.wire.SmtpServers;
import org.relaycheck.probe.wire.SmtpSession;
import org.relaycheck.probe.wire.TlsHandshake;

/** A server that is called without a network, and takes only so many connections together. */
public final class FullServer implements SmtpServers {

  private final ServerRoute.Route route;
  private final int room;
  private final String refusal;
  private final Duration held;
  private final List<String> hello;
  private final AtomicInteger open = new AtomicInteger();

  /** One on this machine that is quick. */
  public FullServer(int room, String refusal) {
    this(
        new ServerRoute.Route("127.0.0.1", "127.0.0.1"),
        room,
        refusal,
        Duration.ZERO,
        List.of("ex"));
  }

  /**
   * One anywhere.
   *
   * @param refusal what is said to who finds no room
   * @param held how late a message is acknowledged; nobody waits for that
   * @param hello what it says to EHLO: its name, then what it offers
   */
  public FullServer(
      ServerRoute.Route route, int room, String refusal, Duration held, List<String> hello) {
    this.route = route;
    this.room = room;
    this.refusal = refusal;
    this.held = held;
    this.hello = List.copyOf(hello);
  }

  @Override
  public ServerRoute route(SmtpAddress endpoint) {
    return route;
  }

  @Override
  public SmtpSession open(SmtpAddress endpoint, String address, Duration life) {
    return new Call(open.incrementAndGet() <= room);
  }

  private static CommandReply said(SessionStep step, String reply) {
    int code = Integer.parseInt(reply.substring(0, 3));
    return new CommandReply(
        step, new SmtpResponse.Reply(code, List.of(reply.substring(4))), Duration.ZERO);
  }

  private final class Call implements SmtpSession {

    private final boolean taken;

    Call(boolean taken) {
      this.taken = taken;
    }

    @Override
    public List<CommandReply> opening() {
      return taken
          ? List.of(
              said(SessionStep.GREETING, "220 ex"),
              new CommandReply(
                  SessionStep.HELLO, new SmtpResponse.Reply(250, hello), Duration.ZERO))
          : List.of(said(SessionStep.GREETING, refusal));
    }

    @Override
    public CommandReply say(SessionStep step, String command) {
      return said(step, "250 OK");
    }

    @Override
    public CommandReply send(String text) {
      return new CommandReply(
          SessionStep.MESSAGE, new SmtpResponse.Reply(250, List.of("OK")), held);
    }

    @Override
    public TlsHandshake secure() {
      return new TlsHandshake.Unsecured(List.of(), "it is not offered");
    }

    @Override
    public CommandReply end() {
      return said(SessionStep.END, "221 bye");
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
