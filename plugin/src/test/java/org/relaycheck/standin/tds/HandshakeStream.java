package org.relaycheck.standin.tds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One direction of a TLS handshake inside PRELOGIN packets. */
sealed interface HandshakeStream {

  /** Everything from here on passes as it is. */
  void finish() throws IOException;

  /** What the client sends. */
  final class In extends InputStream implements HandshakeStream {
    private final InputStream raw;
    private final PacketReader packets;
    private final Out answer;
    private InputStream source = InputStream.nullInputStream();

    In(InputStream raw, Out answer) {
      this.raw = raw;
      this.packets = new PacketReader(raw);
      this.answer = answer;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (source != raw && source.available() == 0) {
        answer.endFlight();
        source = new ByteArrayInputStream(packets.next().expect(Message.PRELOGIN).payload());
      }
      return source.read(bytes, from, length);
    }

    @Override
    public void finish() {
      source = raw;
    }
  }

  /** What the server sends, one message for each flight of the handshake. */
  final class Out extends OutputStream implements HandshakeStream {
    private final OutputStream raw;
    private final PacketWriter packets;
    private OutputStream sink;

    Out(OutputStream raw) {
      this.raw = raw;
      this.packets = new PacketWriter(raw, Message.PRELOGIN);
      this.sink = packets;
    }

    @Override
    public void write(int b) throws IOException {
      sink.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      sink.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      if (sink == raw) {
        raw.flush();
      }
    }

    /** Sends the flight that has been written. */
    void endFlight() throws IOException {
      if (sink == packets && !packets.empty()) {
        packets.end();
      }
    }

    @Override
    public void finish() throws IOException {
      endFlight();
      sink = raw;
    }
  }
}
