package org.relaycheck.proof;

import java.time.Duration;
import java.util.List;
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

  Point point(Mailed mailed) {
    return new Point(
        source.property().name(),
        source.show(),
        source.severity(),
        source.origin().place(),
        judge(mailed));
  }

  private Judgement judge(Mailed mailed) {
    if (mailed.acknowledged().isEmpty()) {
      return new Judgement.Untold(
          "no message was taken",
          mailed
              .refusal()
              .map(said -> Meaning.look(said.response(), source.property()))
              .orElse("send one"));
    }
    List<Bounds> wanted = Bounds.of(source.wanted(), Duration::toMillis);
    long longest = wanted.stream().mapToLong(Bounds::most).max().orElse(Bounds.NO_BOUND);
    boolean late =
        longest != Bounds.NO_BOUND
            && mailed.percentile(50).toMillis() > longest + prompt.toMillis();
    String evidence = Speed.words(mailed);
    return late
        ? new Judgement.Refuted(
            evidence, Advice.look(source.property(), ReceiveConnectorRows.TARPIT_INTERVAL))
        : new Judgement.Proved(evidence);
  }
}
