package org.relaycheck.standin.tds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The login packet of a client. */
record Login7(int tdsVersion, int packetSize, Login login) {
  private static final int TYPE_FLAGS = 26;
  private static final int READ_ONLY_INTENT = 0x20;
  private static final int USER = 40;
  private static final int PASSWORD = 44;
  private static final int APPLICATION = 48;
  private static final int DATABASE = 68;

  static Login7 of(Message message, String tls) {
    ByteBuffer body = message.expect(Message.LOGIN7).body();
    Login login =
        new Login(
            text(field(body, USER)),
            text(revealed(field(body, PASSWORD))),
            text(field(body, APPLICATION)),
            text(field(body, DATABASE)),
            (body.get(TYPE_FLAGS) & READ_ONLY_INTENT) != 0,
            tls);
    return new Login7(body.getInt(4), body.getInt(8), login);
  }

  /** The bytes whose offset (bytes) and length (characters) stand at {@code at}. */
  private static byte[] field(ByteBuffer body, int at) {
    byte[] bytes = new byte[2 * Short.toUnsignedInt(body.getShort(at + 2))];
    body.get(Short.toUnsignedInt(body.getShort(at)), bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_16LE);
  }

  /** Undoes what a client does to each byte: swap its halves, then XOR with A5. */
  private static byte[] revealed(byte[] bytes) {
    byte[] plain = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int swapped = (bytes[i] & 0xFF) ^ 0xA5;
      plain[i] = (byte) (swapped << 4 | swapped >> 4);
    }
    return plain;
  }
}
