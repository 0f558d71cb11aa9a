package org.relaycheck.policy.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.WithinBounds;
import org.relaycheck.yaml.YamlTree;

/**
 * The operators {@code atLeast}, {@code atMost} and {@code between}.
 *
 * @param <T> the row's values
 */
final class BoundOperators<T> {

  private final ValueReader<T> values;
  private final Comparator<T> order;

  BoundOperators(Property<T> row, ValueReader<T> values) {
    this.values = values;
    this.order = row.order().orElseThrow();
  }

  Optional<Expectation<T>> apart(YamlTree.Mapping stated) {
    Optional<YamlTree> low = stated.get(PolicyOperator.AT_LEAST.word());
    Optional<YamlTree> high = stated.get(PolicyOperator.AT_MOST.word());
    Optional<T> least = low.flatMap(tree -> values.value(tree, PolicyOperator.AT_LEAST));
    Optional<T> most = high.flatMap(tree -> values.value(tree, PolicyOperator.AT_MOST));
    boolean all = least.isPresent() == low.isPresent() && most.isPresent() == high.isPresent();
    return all ? within(stated, least, most) : Optional.empty();
  }

  Optional<Expectation<T>> between(YamlTree tree) {
    if (!(tree instanceof YamlTree.Sequence list) || list.items().size() != 2) {
      values.problem(tree.place(), "'between' needs the least and the most, such as [1, 5]");
      return Optional.empty();
    }
    List<YamlTree> items = list.items();
    Optional<T> least = values.value(items.get(0), PolicyOperator.BETWEEN);
    Optional<T> most = values.value(items.get(1), PolicyOperator.BETWEEN);
    boolean both = least.isPresent() && most.isPresent();
    return both ? within(tree, least, most) : Optional.empty();
  }

  private Optional<Expectation<T>> within(YamlTree tree, Optional<T> least, Optional<T> most) {
    if (least.isPresent() && most.isPresent() && order.compare(least.get(), most.get()) > 0) {
      values.problem(
          tree.place(), "nothing is between the two; the lower bound is above the upper");
      return Optional.empty();
    }
    return Optional.of(new WithinBounds<>(least, most, order));
  }
}
