package org.relaycheck.standin.tds;

import java.io.IOException;
import java.util.List;

/** A connection from its login packet on. */
final class Conversation {
  private final Setup setup;
  private final Login7 login;
  private final Inbox inbox;
  private final Wire wire;
  private final PacketWriter packets;
  private final Procedures procedures = new Procedures();

  Conversation(Setup setup, Login7 login, Inbox inbox, Channel channel) {
    this.setup = setup;
    this.login = login;
    this.inbox = inbox;
    this.wire = new Wire(channel.out(), inbox);
    this.packets = new PacketWriter(wire, Message.REPLY);
  }

  /** Answers until the client leaves, which is an IOException, or is refused. */
  void run() throws IOException {
    if (admit()) {
      while (true) {
        reply(inbox.next());
      }
    }
  }

  private boolean admit() throws IOException {
    List<Reply> greeting = setup.script().greet(login.login());
    boolean welcome = greeting.stream().noneMatch(Failure.class::isInstance);
    Answer answer = new Answer(wire, packets, Done.Kind.BATCH);
    play(greeting, answer);
    if (welcome) {
      new LoginAck(login).write(answer.tokens());
    }
    answer.finish();
    packets.resize(login.packetSize());
    return welcome;
  }

  private void reply(Message message) throws IOException {
    switch (message.type()) {
      case Message.SQL_BATCH -> batch(message);
      case Message.RPC -> procedures(message);
      case Message.ATTENTION -> cancelled();
      default -> throw new IllegalStateException("message type " + message.type());
    }
  }

  private void batch(Message message) throws IOException {
    Answer answer = new Answer(wire, packets, Done.Kind.BATCH);
    play(request(Request.batch(message)), answer);
    answer.finish();
  }

  private void procedures(Message message) throws IOException {
    Answer answer = new Answer(wire, packets, Done.Kind.IN_PROCEDURE);
    for (RpcCall call : RpcCall.of(message)) {
      Procedures.Execution execution = procedures.resolve(call);
      if (execution.request().isPresent()) {
        play(request(execution.request().get()), answer);
      }
      answer.endProcedure(execution.handle());
    }
    answer.finish();
  }

  /** The client cancelled a reply that it had been sent in full. */
  private void cancelled() throws IOException {
    Done.cancelled().write(new TokenWriter(packets));
    packets.end();
  }

  private List<Reply> request(Request request) {
    setup.journal().request(request);
    return Housekeeping.covers(request.sql())
        ? List.of()
        : setup.script().answer(login.login(), request);
  }

  private static void play(List<Reply> replies, Answer answer) throws IOException {
    for (Reply reply : replies) {
      if (!answer.cancelled()) {
        reply.writeTo(answer);
      }
    }
  }
}
