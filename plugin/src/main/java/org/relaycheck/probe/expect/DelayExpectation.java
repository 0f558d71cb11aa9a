package org.relaycheck.proof;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.probe.Mailed;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Statement;

/**
 * How long a message waits for its acknowledgement.
 *
 * @param source what the policy says of MaxAcknowledgementDelay
 * @param prompt within which a server acknowledges that holds nothing back
 */
record DelayClaim(Statement<Duration> source, Duration prompt) {

  /**
   * Empty if it does not show: who acknowledges soon may have waited for less than it may.
   *
   * @param read what was read that may hold a reply for so long
   */
  Optional<Point> point(Mailed mailed, Function<Duration, Optional<String>> read) {
    return judge(mailed)
        .map(
            judgement ->
                new Point(
                    source.property().name(),
                    source.show(),
                    source.severity(),
                    source.origin().place(),
                    judgement instanceof Judgement.Refuted
                        ? judgement.reading(read.apply(mailed.percentile(50)))
                        : judgement));
  }

  private Optional<Judgement> judge(Mailed mailed) {
    if (mailed.acknowledged().isEmpty()) {
      return Optional.of(
          new Judgement.Untold(
              "no message was taken",
              mailed
                  .refusal()
                  .map(said -> Meaning.look(said.response(), source.property()))
                  .orElse("send one")));
    }
    List<Bounds> wanted = Bounds.of(source.wanted(), Duration::toMillis);
    long longest = wanted.stream().mapToLong(Bounds::most).max().orElse(Bounds.NO_BOUND);
    boolean late =
        longest != Bounds.NO_BOUND
            && mailed.percentile(50).toMillis() > longest + prompt.toMillis();
    String evidence = Speed.words(mailed);
    if (late) {
      return Optional.of(
          new Judgement.Refuted(
              evidence, Advice.look(source.property(), ReceiveConnectorRows.TARPIT_INTERVAL)));
    }
    boolean shows = longest != Bounds.NO_BOUND && wanted.stream().anyMatch(one -> one.holds(0));
    return shows ? Optional.of(new Judgement.Proved(evidence)) : Optional.empty();
  }
}
