package org.relaycheck.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Expectation;
import org.relaycheck.state.Within;

/**
 * The operators {@code atLeast}, {@code atMost} and {@code between}.
 *
 * @param <T> the row's values
 */
final class Bounds<T> {

  private final Values<T> values;
  private final Comparator<T> order;

  Bounds(Property<T> row, Values<T> values) {
    this.values = values;
    this.order = row.order().orElseThrow();
  }

  Optional<Expectation<T>> apart(Tree.Mapping stated) {
    Optional<Tree> low = stated.get(Operator.AT_LEAST.word());
    Optional<Tree> high = stated.get(Operator.AT_MOST.word());
    Optional<T> least = low.flatMap(tree -> values.value(tree, Operator.AT_LEAST));
    Optional<T> most = high.flatMap(tree -> values.value(tree, Operator.AT_MOST));
    boolean all = least.isPresent() == low.isPresent() && most.isPresent() == high.isPresent();
    return all ? within(stated, least, most) : Optional.empty();
  }

  Optional<Expectation<T>> between(Tree tree) {
    if (!(tree instanceof Tree.Sequence list) || list.items().size() != 2) {
      values.problem(tree.place(), "'between' needs the least and the most, such as [1, 5]");
      return Optional.empty();
    }
    List<Tree> items = list.items();
    Optional<T> least = values.value(items.get(0), Operator.BETWEEN);
    Optional<T> most = values.value(items.get(1), Operator.BETWEEN);
    boolean both = least.isPresent() && most.isPresent();
    return both ? within(tree, least, most) : Optional.empty();
  }

  private Optional<Expectation<T>> within(Tree tree, Optional<T> least, Optional<T> most) {
    if (least.isPresent() && most.isPresent() && order.compare(least.get(), most.get()) > 0) {
      values.problem(
          tree.place(), "nothing is between the two; the lower bound is above the upper");
      return Optional.empty();
    }
    return Optional.of(new Within<>(least, most, order));
  }
}
