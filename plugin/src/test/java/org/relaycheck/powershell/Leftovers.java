package org.relaycheck.powershell;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Threads that outlive what they were made for. */
public final class Leftovers {

  private static final Duration MOST = Duration.ofSeconds(20);

  private Leftovers() {}

  /** Our threads and the SSH client's that are alive, after they had time to end. */
  public static List<String> threads() {
    long last = System.nanoTime() + MOST.toNanos();
    for (Thread thread : alive()) {
      long left = Duration.ofNanos(last - System.nanoTime()).toMillis();
      try {
        thread.join(Math.max(1, left));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    return alive().stream().map(Thread::getName).toList();
  }

  private static List<Thread> alive() {
    Set<Thread> all = Thread.getAllStackTraces().keySet();
    return all.stream().filter(Thread::isAlive).filter(Leftovers::ours).toList();
  }

  private static boolean ours(Thread thread) {
    String name = thread.getName().toLowerCase(Locale.ROOT);
    return name.startsWith("relay-")
        || name.startsWith("connect thread")
        || name.startsWith("exec thread")
        || name.startsWith("direct")
        || name.startsWith("sftp");
  }
}
