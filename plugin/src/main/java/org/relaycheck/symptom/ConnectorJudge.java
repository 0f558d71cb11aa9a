package org.relaycheck.symptom;

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
record ConnectorJudge(Function<Connector, Optional<Judgement>> each) implements Judge {

  /** Weighs the value of one setting. */
  static <T> Judge value(Property<T> row, Function<T, Weight> weigh) {
    return new ConnectorJudge(
        connector ->
            connector
                .known(row)
                .value()
                .map(value -> Judgement.of(weigh.apply(value), connector.told(row))));
  }

  /** Tells the value of one setting, which alone decides nothing. */
  static Judge value(Property<?> row) {
    return value(row, any -> Weight.POSSIBLE);
  }

  @Override
  public Judgement of(World world) {
    List<Connector> reached = world.connectors();
    return reached.isEmpty()
        ? new Judgement(Weight.POSSIBLE, world.elsewhere())
        : Judgement.any(reached.stream().flatMap(one -> each.apply(one).stream()).toList());
  }
}
