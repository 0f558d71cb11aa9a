package org.relaycheck.standin.tds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first exchange of a connection, in which encryption is settled. */
record PreLogin(int encryption) {
  private static final int VERSION_OPTION = 0x00;
  private static final int ENCRYPTION_OPTION = 0x01;
  private static final int TERMINATOR = 0xFF;
  private static final int OPTION_SIZE = 5;
  private static final byte[] VERSION = {16, 0, 0x10, 0, 0, 0};

  static PreLogin of(Message message) {
    ByteBuffer body = message.expect(Message.PRELOGIN).body().order(ByteOrder.BIG_ENDIAN);
    for (int at = 0; Byte.toUnsignedInt(body.get(at)) != TERMINATOR; at += OPTION_SIZE) {
      if (body.get(at) == ENCRYPTION_OPTION) {
        return new PreLogin(body.get(body.getShort(at + 1)));
      }
    }
    throw new IllegalStateException("the client did not say what encryption it wants");
  }

  void write(PacketWriter packets) throws IOException {
    int data = 2 * OPTION_SIZE + 1;
    ByteBuffer reply = ByteBuffer.allocate(data + VERSION.length + 1);
    reply.put((byte) VERSION_OPTION).putShort((short) data).putShort((short) VERSION.length);
    reply.put((byte) ENCRYPTION_OPTION).putShort((short) (data + VERSION.length));
    reply.putShort((short) 1).put((byte) TERMINATOR).put(VERSION).put((byte) encryption);
    packets.write(reply.array());
    packets.end();
  }
}
