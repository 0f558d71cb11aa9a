package org.relaycheck.jdbc;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.relaycheck.live.Answer;

/**
 * The thread of one session with a server, which is cut off when its time is up: the driver's own
 * limits begin again with every byte, so that a server which drips would hold a build for ever. The
 * driver connects and logs in in one call; its sockets come from here, and hold it when the server
 * has said its first word, until it is our turn to log in.
 */
final class SessionThread extends Thread implements AutoCloseable {

  private final FutureTask<Answer> work;
  private final CountDownLatch firstWord = new CountDownLatch(1);
  private final CountDownLatch turn = new CountDownLatch(1);
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean cut;
  private long left;

  /**
   * A session that has not begun.
   *
   * @param limit for all of it but the time in which others are waited for
   */
  SessionThread(Callable<Answer> work, Duration limit) {
    super("relay-sql");
    setDaemon(true);
    this.work = new FutureTask<>(work);
    this.left = limit.toNanos();
  }

  @Override
  public void run() {
    work.run();
    firstWord.countDown();
  }

  /** Waits for the first word of the server; false if the session has ended without one. */
  boolean awaitServer() throws InterruptedException, TimeoutException {
    long begun = System.nanoTime();
    if (!firstWord.await(left, TimeUnit.NANOSECONDS)) {
      left = 0;
      throw new TimeoutException();
    }
    left -= System.nanoTime() - begun;
    return !work.isDone();
  }

  /** Lets the session log in, and waits for what comes of it. */
  Answer result() throws ExecutionException, InterruptedException, TimeoutException {
    turn.countDown();
    long begun = System.nanoTime();
    try {
      return work.get(left, TimeUnit.NANOSECONDS);
    } finally {
      left -= System.nanoTime() - begun;
    }
  }

  /** Whether it has had all of its time. */
  boolean isOver() {
    return left <= 0;
  }

  /** The server has said something, which the driver hears when it is our turn. */
  void heard() throws IOException {
    firstWord.countDown();
    try {
      turn.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    if (cut) {
      throw new SocketException("cut off");
    }
  }

  /** Puts an end to this socket, too, if the session is cut off. */
  void keep(Socket socket) throws IOException {
    sockets.add(socket);
    if (cut) {
      socket.close();
    }
  }

  /** Cuts off whatever is still open. */
  @Override
  public void close() {
    cut = true;
    turn.countDown();
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException gone) {
        // it has ended by itself
      }
    }
  }
}
