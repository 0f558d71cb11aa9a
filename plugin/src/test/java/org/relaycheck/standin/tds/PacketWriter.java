package org.relaycheck.standin.tds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** The outgoing half of a TDS connection: bytes in, packets out. */
final class PacketWriter extends OutputStream {
  static final int FIRST_SIZE = 4096;
  private static final short SPID = 51;

  private final OutputStream out;
  private final int type;
  private ByteBuffer packet = emptyPacket(FIRST_SIZE);
  private int number = 1;

  PacketWriter(OutputStream out, int type) {
    this.out = out;
    this.type = type;
  }

  /** Sets the packet size in bytes, header included; only between messages. */
  void resize(int size) {
    packet = emptyPacket(size);
  }

  @Override
  public void write(int b) throws IOException {
    if (!packet.hasRemaining()) {
      send(0);
    }
    packet.put((byte) b);
  }

  /** Sends what has been written so far and leaves the message open. */
  @Override
  public void flush() throws IOException {
    if (!empty()) {
      send(0);
    }
  }

  /** Sends the last packet of the message. */
  void end() throws IOException {
    send(PacketReader.END_OF_MESSAGE);
    number = 1;
  }

  boolean empty() {
    return packet.position() == PacketReader.HEADER;
  }

  private void send(int status) throws IOException {
    int length = packet.position();
    packet.put(0, (byte) type).put(1, (byte) status).putShort(2, (short) length);
    packet.putShort(4, SPID).put(6, (byte) number++);
    out.write(packet.array(), 0, length);
    out.flush();
    packet.position(PacketReader.HEADER);
  }

  private static ByteBuffer emptyPacket(int size) {
    return ByteBuffer.allocate(size).position(PacketReader.HEADER);
  }
}
