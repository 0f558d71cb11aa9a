package org.relaycheck.powershell;

import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the output of one command goes, and where its end is awaited. The streams never throw and
 * keep a bounded amount: a stream that throws would end the whole SSH session, and one that fills
 * up would block it.
 */
public final class OutputIntake {

  /** Why waiting ended. */
  public enum End {
    /** Standard output is closed. */
    CLOSED,
    /** The answer is complete. */
    ANSWERED,
    /** Nothing came at all. */
    NO_FIRST_BYTE,
    /** Nothing came any more. */
    SILENT,
    /** It took too long altogether. */
    TOO_LONG
  }

  private static final int MOST_ERRORS = 256 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final FrameScanner scanner;
  private final ErrorBuffer errors = new ErrorBuffer(MOST_ERRORS);
  private final long start = System.nanoTime();
  private long last = start;
  private boolean touched;
  private boolean closed;

  /** An intake for the answer with this nonce. */
  public OutputIntake(String nonce) {
    this.scanner = new FrameScanner(nonce);
  }

  /** Takes standard output; closing it tells that no more comes. */
  public OutputStream output() {
    return new Sink(scanner::accept, this::close);
  }

  /** Takes standard error. */
  public OutputStream errors() {
    return new Sink(errors::accept, () -> {});
  }

  /** What was on standard output, as far as it came. */
  public AnswerFrame frame() {
    lock.lock();
    try {
      return scanner.frame();
    } finally {
      lock.unlock();
    }
  }

  /** What was on standard error, as far as it came, decoded. */
  public String errorText() {
    lock.lock();
    try {
      return ErrorText.of(errors.bytes());
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the end of the command or of a deadline. */
  public End await(ShellDeadlines deadlines) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed) {
        Limit limit = limit(deadlines);
        long left = limit.at() - System.nanoTime();
        if (left <= 0) {
          return limit.end();
        }
        change.awaitNanos(left);
      }
      return End.CLOSED;
    } finally {
      lock.unlock();
    }
  }

  /** The next moment at which waiting ends by itself. */
  private record Limit(long at, End end) {}

  private Limit limit(ShellDeadlines deadlines) {
    if (scanner.ended()) {
      return new Limit(last + deadlines.grace().toNanos(), End.ANSWERED);
    }
    Limit idle =
        touched
            ? new Limit(last + deadlines.silence().toNanos(), End.SILENT)
            : new Limit(start + deadlines.firstByte().toNanos(), End.NO_FIRST_BYTE);
    long whole = start + deadlines.whole().toNanos();
    return whole < idle.at() ? new Limit(whole, End.TOO_LONG) : idle;
  }

  private void close() {
    lock.lock();
    try {
      closed = true;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void arrived(Bytes taker, byte[] bytes, int from, int length) {
    lock.lock();
    try {
      boolean before = scanner.ended();
      taker.accept(bytes, from, length);
      touched = true;
      if (!before) { // what comes after the answer does not prolong the grace
        last = System.nanoTime();
      }
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes a piece of a byte array. */
  private interface Bytes {
    void accept(byte[] bytes, int from, int length);
  }

  private final class Sink extends OutputStream {

    private final Bytes taker;
    private final Runnable closing;

    Sink(Bytes taker, Runnable closing) {
      this.taker = taker;
      this.closing = closing;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      arrived(taker, bytes, from, length);
    }

    @Override
    public void close() {
      closing.run();
    }
  }
}
