package org.relaycheck.standin.tds;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The types a result column can have. */
public enum SqlType {
  INT(Integer.class),
  BIT(Boolean.class),
  NVARCHAR(String.class),
  NVARCHAR_MAX(String.class),
  DATETIME(LocalDateTime.class);

  private static final int NO_TEXT = 0xFFFF;
  private static final int UNBOUNDED = 0xFFFF;
  private static final long NO_LONG_TEXT = -1;
  private static final int CHUNK = 4096;
  private static final LocalDateTime EPOCH = LocalDate.of(1900, 1, 1).atStartOfDay();
  private static final int TICKS_PER_SECOND = 300;
  private static final long TICKS_PER_DAY = 86_400L * TICKS_PER_SECOND;

  private final Class<?> values;

  SqlType(Class<?> values) {
    this.values = values;
  }

  /** SQL_Latin1_General_CP1_CI_AS. */
  static byte[] collation() {
    return new byte[] {0x09, 0x04, (byte) 0xD0, 0x00, 0x34};
  }

  boolean accepts(@Nullable Object value) {
    return value == null || values.isInstance(value);
  }

  /** Writes TYPE_INFO. */
  void describe(TokenWriter out) throws IOException {
    switch (this) {
      case INT -> out.u8(0x26).u8(4);
      case BIT -> out.u8(0x68).u8(1);
      case NVARCHAR -> out.u8(0xE7).le16(8000).bytes(collation());
      case NVARCHAR_MAX -> out.u8(0xE7).le16(UNBOUNDED).bytes(collation());
      case DATETIME -> out.u8(0x6F).u8(8);
    }
  }

  void write(TokenWriter out, @Nullable Object value) throws IOException {
    if (value == null) {
      writeNull(out);
      return;
    }
    switch (this) {
      case INT -> out.u8(4).le32((Integer) value);
      case BIT -> out.u8(1).u8((Boolean) value ? 1 : 0);
      case NVARCHAR -> writeText(out, TokenWriter.utf16((String) value));
      case NVARCHAR_MAX -> writeLongText(out, TokenWriter.utf16((String) value));
      case DATETIME -> writeDateTime(out, (LocalDateTime) value);
    }
  }

  private void writeNull(TokenWriter out) throws IOException {
    switch (this) {
      case INT, BIT, DATETIME -> out.u8(0);
      case NVARCHAR -> out.le16(NO_TEXT);
      case NVARCHAR_MAX -> out.le64(NO_LONG_TEXT);
    }
  }

  private static void writeText(TokenWriter out, byte[] text) throws IOException {
    out.le16(text.length).bytes(text);
  }

  private static void writeLongText(TokenWriter out, byte[] text) throws IOException {
    out.le64(text.length);
    for (int from = 0; from < text.length; from += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(text, from, Math.min(text.length, from + CHUNK));
      out.le32(chunk.length).bytes(chunk);
    }
    out.le32(0);
  }

  /** Days since 1900 and, to the nearest, the 300th part of a second. */
  private static void writeDateTime(TokenWriter out, LocalDateTime value) throws IOException {
    long seconds = ChronoUnit.SECONDS.between(EPOCH, value.truncatedTo(ChronoUnit.SECONDS));
    long ticks =
        seconds * TICKS_PER_SECOND + Math.round(value.getNano() * (double) TICKS_PER_SECOND / 1e9);
    out.u8(8).le32((int) Math.floorDiv(ticks, TICKS_PER_DAY));
    out.le32((int) Math.floorMod(ticks, TICKS_PER_DAY));
  }
}
