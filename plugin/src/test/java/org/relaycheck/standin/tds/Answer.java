package org.relaycheck.standin.tds;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The reply message under way. A DONE waits until it is known whether another one follows, because
 * it has to say so.
 */
final class Answer {
  private static final int RETURN_STATUS = 0x79;
  private static final int RETURN_VALUE = 0xAC;

  private final Wire wire;
  private final PacketWriter packets;
  private final TokenWriter tokens;
  private final Done.Kind statements;
  private Optional<Done> waiting = Optional.empty();

  Answer(Wire wire, PacketWriter packets, Done.Kind statements) {
    this.wire = wire;
    this.packets = packets;
    this.tokens = new TokenWriter(packets);
    this.statements = statements;
    wire.reset();
  }

  /** Where the next token goes. */
  TokenWriter tokens() throws IOException {
    if (waiting.isPresent()) {
      waiting.get().more().write(tokens);
      waiting = Optional.empty();
    }
    return tokens;
  }

  /** Ends a statement. */
  void done(Done done) throws IOException {
    tokens();
    waiting = Optional.of(done.as(statements));
  }

  /** Ends a procedure, which may hand out the handle of a prepared statement. */
  void endProcedure(OptionalInt handle) throws IOException {
    tokens().u8(RETURN_STATUS).le32(0);
    if (handle.isPresent()) {
      tokens.u8(RETURN_VALUE).le16(0).shortText("").u8(1).le32(0).le16(0);
      SqlType.INT.describe(tokens);
      SqlType.INT.write(tokens, handle.getAsInt());
    }
    waiting = Optional.of(Done.plain().as(Done.Kind.PROCEDURE));
  }

  /** Sends the tokens so far. */
  void flush() throws IOException {
    tokens();
    packets.flush();
  }

  void drip(Fault.Drip drip) {
    wire.drip(drip);
  }

  void awaitCancel() throws IOException {
    wire.awaitCancel();
  }

  void stall() throws IOException {
    wire.stall();
  }

  boolean cancelled() {
    return wire.cancelled();
  }

  /**
   * Ends the message. A client that has cancelled it waits for its end all the same, and then for a
   * message of its own that says so.
   */
  void finish() throws IOException {
    waiting.orElse(Done.plain()).write(tokens);
    packets.end();
    if (cancelled()) {
      Done.cancelled().write(tokens);
      packets.end();
    }
  }
}
