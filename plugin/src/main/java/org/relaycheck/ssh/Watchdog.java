package org.relaycheck.ssh;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A thread that cuts a connection when time is up: a library's own timeout is per read, so that a
 * machine which sends a byte now and then would hold it for ever.
 */
final class Watchdog implements AutoCloseable {

  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicBoolean bitten = new AtomicBoolean();

  /** Watches from now on. */
  Watchdog(Duration time, Runnable cut) {
    Thread thread = new Thread(() -> watch(time, cut), "relay-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch(Duration time, Runnable cut) {
    try {
      if (!over.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        bitten.set(true);
        cut.run();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether time was up. */
  boolean bitten() {
    return bitten.get();
  }

  @Override
  public void close() {
    over.countDown();
  }
}
