package org.relaycheck.powershell;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that loses 1 KB in the middle, as the OpenSSH server of Windows once did. */
final class Gap extends FilterInputStream {

  private static final int FROM = 4096;
  private static final int TO = 5120;
  private long position;

  Gap(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    position++;
    while (b >= 0 && position > FROM && position <= TO) {
      b = super.read();
      position++;
    }
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int b = read();
    if (b < 0) {
      return -1;
    }
    bytes[from] = (byte) b;
    return 1;
  }
}
