package org.relaycheck.mojo.output;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.relaycheck.live.SurveyProgress;

/** Tells the user how a survey goes, where it is long enough to be told, and who holds it up. */
public final class SurveyProgressLog implements SurveyProgress {

  /** A step for every tenth host of many, and none for a few. */
  private static final int STEPS = 10;

  /** Of hosts that are slow, how many are named. */
  private static final int NAMED = 3;

  /** Who has not answered for so long is slow; a cold Exchange Management Shell is not yet. */
  public static final Duration SLOW = Duration.ofSeconds(30);

  private final LogPrinter printer;
  private final InstantSource clock;
  private final Map<String, Instant> asked = new ConcurrentHashMap<>();
  private final AtomicReference<String> soFar = new AtomicReference<>("no host is done");

  public SurveyProgressLog(LogPrinter printer, InstantSource clock) {
    this.printer = printer;
    this.clock = clock;
  }

  @Override
  public void asking(String host) {
    asked.put(host, clock.instant());
  }

  @Override
  public void done(String host, int done, int all) {
    asked.remove(host);
    soFar.set(done + " of " + all + " hosts done");
    if (all > STEPS && done % (all / STEPS) == 0) {
      printer.info(done + " of " + all + " hosts asked, the last was " + host);
    }
  }

  /** Names who is slow by now, the slowest first. */
  public void nameTheSlow() {
    Instant now = clock.instant();
    List<Map.Entry<String, Instant>> slow =
        asked.entrySet().stream()
            .filter(one -> Duration.between(one.getValue(), now).compareTo(SLOW) >= 0)
            .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(byName()))
            .toList();
    if (slow.isEmpty()) {
      return;
    }
    String names =
        slow.stream()
            .limit(NAMED)
            .map(one -> one.getKey() + " (" + seconds(one.getValue(), now) + " s)")
            .collect(Collectors.joining(", "));
    String more = slow.size() > NAMED ? " and " + (slow.size() - NAMED) + " more" : "";
    printer.info(soFar.get() + ", still waiting for " + names + more);
  }

  private static Comparator<Map.Entry<String, Instant>> byName() {
    return Map.Entry.comparingByKey();
  }

  private static long seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }
}
