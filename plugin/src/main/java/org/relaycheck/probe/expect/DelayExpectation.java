package org.relaycheck.probe.expect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.probe.wire.MailingResult;
import org.relaycheck.state.Statement;

/**
 * How long a message waits for its acknowledgement.
 *
 * @param source what the policy says of MaxAcknowledgementDelay
 * @param prompt within which a server acknowledges that holds nothing back
 */
public record DelayExpectation(Statement<Duration> source, Duration prompt) {

  /**
   * Empty if it does not show: who acknowledges soon may have waited for less than it may.
   *
   * @param read what was read that may hold a reply for so long
   */
  public Optional<ProbeResult> result(
      MailingResult mailed, Function<Duration, Optional<String>> read) {
    return judge(mailed)
        .map(
            judgement ->
                new ProbeResult(
                    source.property().name(),
                    source.show(),
                    source.severity(),
                    source.origin().place(),
                    judgement instanceof WireVerdict.Refuted
                        ? judgement.reading(read.apply(mailed.percentile(50)))
                        : judgement));
  }

  private Optional<WireVerdict> judge(MailingResult mailed) {
    if (mailed.acknowledged().isEmpty()) {
      return Optional.of(
          new WireVerdict.Inconclusive(
              "no message was taken",
              mailed
                  .refusal()
                  .map(said -> ReplyMeaning.look(said.response(), source.property()))
                  .orElse("send one")));
    }
    List<AcceptedBounds> wanted = AcceptedBounds.of(source.wanted(), Duration::toMillis);
    long longest =
        wanted.stream().mapToLong(AcceptedBounds::most).max().orElse(AcceptedBounds.NO_BOUND);
    boolean late =
        longest != AcceptedBounds.NO_BOUND
            && mailed.percentile(50).toMillis() > longest + prompt.toMillis();
    String evidence = MailSpeed.words(mailed);
    if (late) {
      return Optional.of(
          new WireVerdict.Refuted(
              evidence, NextSteps.look(source.property(), ReceiveConnectorRows.TARPIT_INTERVAL)));
    }
    boolean shows =
        longest != AcceptedBounds.NO_BOUND && wanted.stream().anyMatch(one -> one.holds(0));
    return shows ? Optional.of(new WireVerdict.Proved(evidence)) : Optional.empty();
  }
}
