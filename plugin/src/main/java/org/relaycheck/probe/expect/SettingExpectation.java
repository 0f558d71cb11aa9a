package org.relaycheck.probe.expect;

import java.util.Optional;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.probe.plan.ProbeTarget;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.probe.wire.VisitResult;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Seen;

/**
 * A setting that shows on the wire as a whole.
 *
 * @param source what the policy says of it
 * @param sight how it shows
 */
record SettingExpectation<T>(Statement<T> source, VisibleSetting<T> sight)
    implements WireExpectation {

  @Override
  public String topic() {
    return source.property().name();
  }

  @Override
  public String expected() {
    return source.show();
  }

  @Override
  public Optional<String> read(ProbeTarget target) {
    return source.property().equals(ReceiveConnectorRows.MAX_MESSAGE_SIZE)
        ? target.size()
        : Optional.empty();
  }

  @Override
  public Optional<WireVerdict> judge(VisitResult visited) {
    return sight.stoodFor() && source.wanted().accepts(Seen.nothing())
        ? Optional.empty()
        : sight.look().apply(visited).map(this::judge);
  }

  private WireVerdict judge(WireValue<T> shown) {
    Optional<String> problem = shown.seen().problem();
    if (problem.isPresent()) {
      return new WireVerdict.Inconclusive(
          shown.evidence() + ": " + problem.get(), "compare it by: mvn relay:check");
    }
    return source.wanted().accepts(shown.seen())
        ? new WireVerdict.Proved(shown.evidence())
        : new WireVerdict.Refuted(shown.evidence(), NextSteps.look(source.property()));
  }
}
