package org.relaycheck.symptom;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.catalogue.Property;

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
                .map(value -> Judgement.of(weigh.apply(value), connector.found().told(row))));
  }

  /** Tells the value of one setting, which alone decides nothing. */
  static Judge value(Property<?> row) {
    return value(row, any -> Weight.POSSIBLE);
  }

  @Override
  public Judgement of(World world) {
    return all(world.connectors());
  }

  Judgement all(List<Connector> connectors) {
    return Judgement.any(connectors.stream().flatMap(one -> each.apply(one).stream()).toList());
  }
}
