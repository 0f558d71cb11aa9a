package org.relaycheck.explain.cause;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.Connector;

/**
 * Asks each receive connector that mail can come to.
 *
 * @param each what one connector says; empty if it says nothing
 */
record ConnectorJudge(Function<Connector, Optional<CauseJudgement>> each) implements CauseJudge {

  /** Weighs the value of one setting. */
  static <T> CauseJudge value(Property<T> row, Function<T, Likelihood> weigh) {
    return new ConnectorJudge(
        connector ->
            connector
                .known(row)
                .value()
                .map(value -> CauseJudgement.of(weigh.apply(value), connector.told(row))));
  }

  /** Tells the value of one setting, which alone decides nothing. */
  static CauseJudge value(Property<?> row) {
    return value(row, any -> Likelihood.POSSIBLE);
  }

  @Override
  public CauseJudgement of(FlowRead world) {
    List<Connector> reached = world.connectors();
    return reached.isEmpty()
        ? new CauseJudgement(Likelihood.POSSIBLE, world.elsewhere())
        : CauseJudgement.any(reached.stream().flatMap(one -> each.apply(one).stream()).toList());
  }
}
