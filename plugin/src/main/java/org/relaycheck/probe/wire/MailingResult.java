package org.relaycheck.probe.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of sending messages.
 *
 * @param acknowledged for each message that was taken, from its end to the reply, in order
 * @param took all of it, from the first command on
 * @param refusal what ended it before all were taken; empty if all were
 */
public record MailingResult(
    List<Duration> acknowledged, Duration took, Optional<CommandReply> refusal) {

  private static final double NANOS = 1e9;

  public MailingResult {
    acknowledged = List.copyOf(acknowledged);
  }

  /** The time within which this share of the messages was acknowledged; zero without any. */
  public Duration percentile(int percent) {
    List<Duration> sorted = acknowledged.stream().sorted().toList();
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(0, rank - 1));
  }

  /** Messages taken per second. */
  public double perSecond() {
    return took.isZero() ? 0 : acknowledged.size() * NANOS / took.toNanos();
  }
}
