package org.relaycheck.probe.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Many connections to one server, opened one after the other and held until one is refused.
 *
 * @param call the server
 * @param most how many at the most, at least 1
 */
public record ConnectionHold(ServerCall call, int most) {

  /** The highest number that anybody may ask for. */
  public static final int CAP = 1000;

  /** For opening all: a server that greets slowly would otherwise be held for hours. */
  private static final Duration OPENING = Duration.ofMinutes(5);

  /** Idle sessions are closed by servers after some minutes anyway. */
  private static final Duration LIFE = Duration.ofMinutes(10);

  private static final SmtpResponse LATE =
      new SmtpResponse.Silence(
          "the server takes connections so slowly that " + OPENING.toMinutes() + " min were over");

  public ConnectionHold {
    if (most < 1 || most > CAP) {
      throw new IllegalArgumentException(most + " connections");
    }
  }

  /**
   * What came of it. All are closed when it returns, in the order in which they were opened.
   *
   * @param progress is told how many are held
   */
  public HeldConnections by(SmtpServers lines, IntConsumer progress) {
    Deque<SmtpSession> held = new ArrayDeque<>();
    long end = System.nanoTime() + OPENING.toNanos();
    try {
      Optional<SmtpResponse> refusal = Optional.empty();
      while (refusal.isEmpty() && held.size() < most) {
        refusal = System.nanoTime() - end < 0 ? next(lines, held) : Optional.of(LATE);
        progress.accept(held.size());
      }
      int count = held.size();
      return new HeldConnections(count, refusal, end(held));
    } finally {
      held.forEach(SmtpSession::close);
    }
  }

  /** Opens one more, and says what it was told if it was refused. */
  private Optional<SmtpResponse> next(SmtpServers lines, Deque<SmtpSession> held) {
    SmtpSession line = call.open(lines, LIFE);
    if (line.isOpen()) {
      held.add(line);
      return Optional.empty();
    }
    line.close();
    return line.opening().stream()
        .map(CommandReply::response)
        .filter(response -> !response.isGood())
        .findFirst();
  }

  private static SortedMap<String, Integer> end(Deque<SmtpSession> held) {
    SortedMap<String, Integer> dropped = new TreeMap<>();
    while (!held.isEmpty()) {
      try (SmtpSession line = held.remove()) {
        SmtpResponse farewell = line.end().response();
        if (!farewell.isGood()) {
          dropped.merge(farewell.shown(), 1, Integer::sum);
        }
      }
    }
    return dropped;
  }
}
