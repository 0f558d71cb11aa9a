package org.relaycheck.standin.tds;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The threads of one server, which end with it. */
final class Crew implements Executor {
  static final String THREAD = "tds-server";
  private static final int PATIENCE = 5_000;

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  @Override
  public void execute(Runnable work) {
    Thread thread = new Thread(work, THREAD);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread); // the thread that runs here is waited for, so this one is not missed
  }

  /** Waits for all threads, for those too that they have started meanwhile. */
  void end() {
    try {
      while (!threads.isEmpty()) {
        for (Thread thread : threads) {
          end(thread);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(Thread thread) throws InterruptedException {
    thread.interrupt();
    thread.join(PATIENCE);
    if (thread.isAlive()) {
      throw new AssertionError("a thread of the server does not end");
    }
    threads.remove(thread);
  }
}
