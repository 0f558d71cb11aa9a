package org.relaycheck.standin.tds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The alphabet of TDS tokens: little-endian numbers and UTF-16 texts. */
final class TokenWriter {
  private final OutputStream out;

  TokenWriter(OutputStream out) {
    this.out = out;
  }

  TokenWriter u8(int value) throws IOException {
    out.write(value);
    return this;
  }

  TokenWriter le16(int value) throws IOException {
    return u8(value).u8(value >> 8);
  }

  TokenWriter le32(int value) throws IOException {
    return le16(value).le16(value >> 16);
  }

  TokenWriter be32(int value) throws IOException {
    return le32(Integer.reverseBytes(value));
  }

  TokenWriter le64(long value) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return bytes(bytes.putLong(value).array());
  }

  TokenWriter bytes(byte... bytes) throws IOException {
    out.write(bytes);
    return this;
  }

  /** A text behind its length in characters, one byte (B_VARCHAR). */
  TokenWriter shortText(String text) throws IOException {
    return u8(text.length()).bytes(utf16(text));
  }

  /** A text behind its length in characters, two bytes (US_VARCHAR). */
  TokenWriter longText(String text) throws IOException {
    return le16(text.length()).bytes(utf16(text));
  }

  /** A token whose body stands behind its length in bytes, two bytes. */
  TokenWriter token(int token, Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.write(new TokenWriter(bytes));
    return u8(token).le16(bytes.size()).bytes(bytes.toByteArray());
  }

  static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  /** What stands inside a token. */
  @FunctionalInterface
  interface Body {
    void write(TokenWriter out) throws IOException;
  }
}
