package org.relaycheck.ssh;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What cuts a connection when time is up: a library's own timeout is per read, so that a machine
 * which sends a byte now and then would hold it for ever. All of them share the one clock of the
 * JDK, because a thread for each would be a third of all threads.
 */
final class ConnectionWatchdog implements AutoCloseable {

  private final Duration time;
  private final Runnable cut;
  private volatile CompletableFuture<Boolean> late = new CompletableFuture<>();
  private volatile CompletableFuture<Void> watching = new CompletableFuture<>();
  private final AtomicBoolean bitten = new AtomicBoolean();

  /** Watches from now on; cutting must not take long. */
  ConnectionWatchdog(Duration time, Runnable cut) {
    this.time = time;
    this.cut = cut;
    watch();
  }

  private void watch() {
    late = new CompletableFuture<>();
    watching =
        late.completeOnTimeout(true, time.toMillis(), TimeUnit.MILLISECONDS).thenAccept(this::bite);
  }

  private void bite(boolean isLate) {
    if (isLate) {
      bitten.set(true);
      cut.run();
    }
  }

  /** Does not watch while others are waited for, and gives the machine all of its time after. */
  void whileOthersGo(HostKeys.Turn turn) throws RefusedConnection, InterruptedException {
    close();
    try {
      turn.await();
    } finally {
      watch();
    }
  }

  /** Whether time was up. */
  boolean bitten() {
    return bitten.get();
  }

  @Override
  public void close() {
    late.complete(false);
    watching.cancel(false);
  }
}
