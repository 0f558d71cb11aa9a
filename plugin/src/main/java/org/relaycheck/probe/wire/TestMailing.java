package org.relaycheck.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Small messages, sent one after the other in one session.
 *
 * @param call the server
 * @param envelope of each
 * @param count how many, at least 1
 * @param mark of the run
 * @param now the run's moment
 */
public record Mailing(Call call, Envelope envelope, int count, String mark, Instant now) {

  /** The highest number that anybody may ask for. */
  public static final int CAP = 1000;

  private static final Duration LIFE = Duration.ofMinutes(30);

  public Mailing {
    if (count < 1 || count > CAP) {
      throw new IllegalArgumentException(count + " messages");
    }
  }

  /**
   * What came of it; the first message that is not taken ends it.
   *
   * @param progress is told how many were taken
   */
  public Mailed by(Lines lines, IntConsumer progress) {
    long start = System.nanoTime();
    try (Line line = call.open(lines, LIFE)) {
      List<Duration> taken = new ArrayList<>();
      Optional<Exchange> refusal =
          line.opening().stream().filter(one -> !one.response().isGood()).findFirst();
      while (refusal.isEmpty() && taken.size() < count) {
        Exchange last = send(line, taken.size() + 1);
        if (last.response().isGood()) {
          taken.add(last.took());
          progress.accept(taken.size());
        } else {
          refusal = Optional.of(last);
        }
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      if (line.isOpen()) {
        line.end();
      }
      return new Mailed(taken, took, refusal);
    }
  }

  /** The exchange that decided: the last of a message that was taken, else what stopped it. */
  private Exchange send(Line line, int number) {
    Exchange from = line.say(Step.SENDER, envelope.mailFrom());
    if (!from.response().isGood()) {
      return from;
    }
    Exchange to = line.say(Step.RECIPIENT, envelope.rcptTo());
    if (!to.response().isGood()) {
      return to;
    }
    return line.send(new Message(envelope, mark, number, now).text());
  }
}
