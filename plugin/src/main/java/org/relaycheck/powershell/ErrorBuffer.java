package org.relaycheck.powershell;

import java.io.ByteArrayOutputStream;

/** The beginning of a stream, up to a limit; the rest is dropped. */
final class ErrorBuffer {

  private final int most;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  ErrorBuffer(int most) {
    this.most = most;
  }

  void accept(byte[] bytes, int from, int length) {
    kept.write(bytes, from, Math.min(length, most - kept.size()));
  }

  byte[] bytes() {
    return kept.toByteArray();
  }
}
