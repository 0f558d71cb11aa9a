package org.relaycheck.standin.tds;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The incoming half of a TDS connection: packets in, whole messages out. */
final class PacketReader {
  static final int HEADER = 8;
  static final int END_OF_MESSAGE = 0x01;

  private final InputStream in;

  PacketReader(InputStream in) {
    this.in = in;
  }

  Message next() throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    ByteBuffer header;
    do {
      header = ByteBuffer.wrap(exactly(HEADER));
      payload.write(exactly(Short.toUnsignedInt(header.getShort(2)) - HEADER));
    } while ((header.get(1) & END_OF_MESSAGE) == 0);
    return new Message(header.get(0), payload.toByteArray());
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the client left");
    }
    return bytes;
  }
}
