package org.relaycheck.value;

/** A number of bytes. */
public record Size(long bytes) implements Comparable<Size> {

  @Override
  public int compareTo(Size other) {
    return Long.compare(bytes, other.bytes);
  }
}
