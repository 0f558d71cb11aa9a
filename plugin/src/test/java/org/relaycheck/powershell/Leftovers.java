package org.relaycheck.powershell;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Threads that outlive what they were made for. */
public final class Leftovers {

  private static final Duration MOST = Duration.ofSeconds(20);
  private static final List<String> KEPT =
      List.of(
          "process reaper",
          "Keep-Alive",
          "Common-Cleaner",
          "Cleaner-",
          "CompletableFutureDelayScheduler",
          "junit-");

  private Leftovers() {}

  /** Our threads and the SSH client's that are alive, after they had time to end. */
  public static List<String> threads() {
    long last = System.nanoTime() + MOST.toNanos();
    List<Thread> left = alive();
    while (!left.isEmpty() && System.nanoTime() < last) { // one may start another as it ends
      try {
        left.get(0).join(Math.max(1, Duration.ofNanos(last - System.nanoTime()).toMillis()));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        break;
      }
      left = alive();
    }
    return left.stream().map(Leftovers::shown).toList();
  }

  private static String shown(Thread thread) {
    StringBuilder text = new StringBuilder(thread.getName());
    for (StackTraceElement element : thread.getStackTrace()) {
      text.append("\n    at ").append(element);
    }
    return text.toString();
  }

  /**
   * All threads that are alive and were not before, after they had time to end; those aside that
   * the JDK and the tests themselves keep for later.
   */
  public static List<String> since(Set<Thread> before) {
    long last = System.nanoTime() + MOST.toNanos();
    for (Thread thread : fresh(before)) {
      long left = Duration.ofNanos(last - System.nanoTime()).toMillis();
      try {
        thread.join(Math.max(1, left));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    return fresh(before).stream().map(Thread::getName).toList();
  }

  private static List<Thread> fresh(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(Thread::isAlive)
        .filter(thread -> KEPT.stream().noneMatch(thread.getName()::startsWith))
        .toList();
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
