package org.relaycheck.jdbc;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A limit for work as a whole. The driver's own limits begin again with every byte, or end with the
 * login, so a server that drips would hold a build forever.
 *
 * @param limit how long the work may take
 */
record Deadline(Duration limit) {

  /** Whether work that began at this {@link System#nanoTime} has had its time. */
  boolean hasPassedSince(long begun) {
    return System.nanoTime() - begun >= limit.toNanos();
  }

  /**
   * The result of the work.
   *
   * @param giveUp makes the work end; it runs if the work takes too long
   * @throws TimeoutException when the limit has passed, whether or not the work has ended by then
   */
  <T> T await(Callable<T> work, Runnable giveUp)
      throws ExecutionException, InterruptedException, TimeoutException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "relay-sql");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException early) {
      giveUp.run();
      throw early;
    }
  }
}
