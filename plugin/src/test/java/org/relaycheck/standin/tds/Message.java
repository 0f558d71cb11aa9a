package org.relaycheck.standin.tds;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One TDS message, its packets joined. */
record Message(int type, byte[] payload) {
  static final int SQL_BATCH = 0x01;
  static final int RPC = 0x03;
  static final int REPLY = 0x04;
  static final int ATTENTION = 0x06;
  static final int LOGIN7 = 0x10;
  static final int PRELOGIN = 0x12;

  ByteBuffer body() {
    return ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The body behind ALL_HEADERS, which starts with its own length. */
  ByteBuffer bodyAfterHeaders() {
    ByteBuffer body = body();
    return body.position(body.getInt(0));
  }

  Message expect(int expected) {
    if (type != expected) {
      throw new IllegalStateException("expected message type " + expected + ", got " + type);
    }
    return this;
  }
}
