package org.relaycheck.probe.wire;

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
public record TestMailing(
    ServerCall call, MailEnvelope envelope, int count, String mark, Instant now) {

  /** The highest number that anybody may ask for. */
  public static final int CAP = 1000;

  private static final Duration LIFE = Duration.ofMinutes(30);

  public TestMailing {
    if (count < 1 || count > CAP) {
      throw new IllegalArgumentException(count + " messages");
    }
  }

  /**
   * What came of it; the first message that is not taken ends it.
   *
   * @param progress is told how many were taken
   */
  public MailingResult by(SmtpServers lines, IntConsumer progress) {
    long start = System.nanoTime();
    try (SmtpSession line = call.open(lines, LIFE)) {
      List<Duration> taken = new ArrayList<>();
      Optional<CommandReply> refusal =
          line.opening().stream().filter(one -> !one.response().isGood()).findFirst();
      while (refusal.isEmpty() && taken.size() < count) {
        CommandReply last = send(line, taken.size() + 1);
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
      return new MailingResult(taken, took, refusal);
    }
  }

  /** The exchange that decided: the last of a message that was taken, else what stopped it. */
  private CommandReply send(SmtpSession line, int number) {
    CommandReply from = line.say(SessionStep.SENDER, envelope.mailFrom());
    if (!from.response().isGood()) {
      return from;
    }
    CommandReply to = line.say(SessionStep.RECIPIENT, envelope.rcptTo());
    if (!to.response().isGood()) {
      return to;
    }
    return line.send(new TestMessage(envelope, mark, number, now).text());
  }
}
