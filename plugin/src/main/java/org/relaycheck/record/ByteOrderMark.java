package org.relaycheck.record;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The first bytes of a file, which tell UTF-16 from UTF-8.
 *
 * <p>No other encoding is guessed: in an old Windows code page every byte means something, so a
 * wrong guess would pass for text.
 */
final class ByteOrderMark {

  /** How many bytes are looked at. */
  static final int BYTES = 2;

  private static final int LESS = 0xFE;
  private static final int MORE = 0xFF;

  private ByteOrderMark() {}

  /** By the byte order mark, else by a zero beside the first character, which is ASCII. */
  static Charset charset(byte[] start) {
    if (start.length < BYTES) {
      return StandardCharsets.UTF_8;
    }
    int first = Byte.toUnsignedInt(start[0]);
    int second = Byte.toUnsignedInt(start[1]);
    if (high(second, first)) {
      return StandardCharsets.UTF_16LE;
    }
    return high(first, second) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  private static boolean high(int high, int low) {
    return (high == LESS && low == MORE) || (high == 0 && low != 0);
  }
}
