package org.relaycheck.standin.tds;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The types and values of RPC parameters, as far as the driver sends them. */
final class ParameterReader {
  private static final int UNBOUNDED = 0xFFFF;
  private static final int NO_TEXT = 0xFFFF;
  private static final int COLLATION = 5;
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  private ParameterReader() {}

  /** Reads what stands behind a parameter's name: status, type and value. */
  static @Nullable Object afterName(ByteBuffer body) {
    body.get(); // 1 for OUT
    int type = Byte.toUnsignedInt(body.get());
    return switch (type) {
      case 0x26 -> integer(body);
      case 0x68 -> bit(body);
      case 0x2A -> dateTime2(body);
      case 0xE7 -> variable(body);
      default -> throw new IllegalStateException("parameter type 0x" + Integer.toHexString(type));
    };
  }

  static String text(ByteBuffer body, int bytes) {
    return new String(take(body, bytes), StandardCharsets.UTF_16LE);
  }

  private static @Nullable Object integer(ByteBuffer body) {
    body.get(); // the longest it could be
    int length = body.get();
    return switch (length) {
      case 0 -> null;
      case 1 -> (int) body.get();
      case 2 -> (int) body.getShort();
      case 4 -> body.getInt();
      default -> body.getLong();
    };
  }

  private static @Nullable Boolean bit(ByteBuffer body) {
    body.get();
    return body.get() == 0 ? null : body.get() != 0;
  }

  private static @Nullable String variable(ByteBuffer body) {
    int longest = Short.toUnsignedInt(body.getShort());
    body.position(body.position() + COLLATION);
    if (longest == UNBOUNDED) {
      return chunked(body);
    }
    int length = Short.toUnsignedInt(body.getShort());
    return length == NO_TEXT ? null : text(body, length);
  }

  private static @Nullable String chunked(ByteBuffer body) {
    if (body.getLong() == -1) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int chunk = body.getInt(); chunk > 0; chunk = body.getInt()) {
      bytes.writeBytes(take(body, chunk));
    }
    return bytes.toString(StandardCharsets.UTF_16LE);
  }

  /** Time in units of 10^-scale seconds, then three bytes of days since 0001-01-01. */
  private static @Nullable LocalDateTime dateTime2(ByteBuffer body) {
    int scale = body.get();
    int length = body.get();
    if (length == 0) {
      return null;
    }
    long nanos = littleEndian(take(body, length - 3)) * (long) Math.pow(10, 9 - scale);
    LocalDate day = FIRST_DAY.plusDays(littleEndian(take(body, 3)));
    return day.atTime(LocalTime.ofNanoOfDay(nanos));
  }

  private static long littleEndian(byte[] bytes) {
    long number = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      number = number << 8 | bytes[i] & 0xFF;
    }
    return number;
  }

  private static byte[] take(ByteBuffer body, int length) {
    byte[] bytes = new byte[length];
    body.get(bytes);
    return bytes;
  }
}
