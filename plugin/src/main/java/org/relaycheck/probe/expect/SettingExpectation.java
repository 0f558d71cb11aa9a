package org.relaycheck.proof;

import java.util.Optional;
import org.relaycheck.probe.Visited;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Seen;

/**
 * A setting that shows on the wire as a whole.
 *
 * @param source what the policy says of it
 * @param sight how it shows
 */
record SettingClaim<T>(Statement<T> source, Sight<T> sight) implements Claim {

  @Override
  public String topic() {
    return source.property().name();
  }

  @Override
  public String expected() {
    return source.show();
  }

  @Override
  public Optional<String> read(Aim aim) {
    return source.property().equals(ReceiveConnectorRows.MAX_MESSAGE_SIZE)
        ? aim.size()
        : Optional.empty();
  }

  @Override
  public Optional<Judgement> judge(Visited visited) {
    return sight.stoodFor() && source.wanted().accepts(Seen.nothing())
        ? Optional.empty()
        : sight.look().apply(visited).map(this::judge);
  }

  private Judgement judge(Shown<T> shown) {
    Optional<String> problem = shown.seen().problem();
    if (problem.isPresent()) {
      return new Judgement.Untold(
          shown.evidence() + ": " + problem.get(), "compare it by: mvn relay:check");
    }
    return source.wanted().accepts(shown.seen())
        ? new Judgement.Proved(shown.evidence())
        : new Judgement.Refuted(shown.evidence(), Advice.look(source.property()));
  }
}
