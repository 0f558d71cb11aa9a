package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Expectation;
import org.relaycheck.state.Is;
import org.relaycheck.state.Matches;
import org.relaycheck.state.Not;
import org.relaycheck.state.OneOf;
import org.relaycheck.state.Preferring;
import org.relaycheck.value.Seen;

/**
 * Reads what a row must be, by the operator that says it.
 *
 * @param <T> the row's values
 */
final class ExpectationReader<T> {

  private final Property<T> row;
  private final Values<T> values;

  ExpectationReader(Property<T> row, Problems problems) {
    this.row = row;
    this.values = new Values<>(row, problems);
  }

  Optional<Expectation<T>> is(Tree tree) {
    return values.valueOrNothing(tree).map(seen -> new Is<>(seen.known()));
  }

  /** What a mapping says with an operator that fits the row, and with {@code set}. */
  Optional<Expectation<T>> read(Operator operator, Tree.Mapping stated) {
    Optional<Expectation<T>> wanted = expectation(operator, stated);
    Optional<Tree> set = stated.get(Attribute.SET.word());
    return set.isEmpty() ? wanted : wanted.flatMap(some -> preferring(some, set.get()));
  }

  private Optional<Expectation<T>> expectation(Operator operator, Tree.Mapping stated) {
    Tree operand = stated.get(operator.word()).orElse(stated);
    return switch (operator) {
      case IS -> is(operand);
      case AT_LEAST, AT_MOST -> new Bounds<>(row, values).apart(stated);
      case BETWEEN -> new Bounds<>(row, values).between(operand);
      case ONE_OF -> oneOf(operand);
      case NOT -> values.valueOrNothing(operand).map(seen -> new Not<>(seen.known()));
      case MATCHES -> matches(operand);
      case CONTAINS, EXCLUDES -> new Memberships<>(row, values).read(stated);
      case ANY -> Optional.empty();
    };
  }

  private Optional<Expectation<T>> oneOf(Tree operand) {
    if (!(operand instanceof Tree.Sequence list) || list.items().isEmpty()) {
      values.problem(operand.place(), "'oneOf' needs a list of values, each " + row.type().hint());
      return Optional.empty();
    }
    List<Optional<T>> wanted = new ArrayList<>();
    for (Tree item : list.items()) {
      values.valueOrNothing(item).map(Seen::known).ifPresent(wanted::add);
    }
    return wanted.size() == list.items().size()
        ? Optional.of(new OneOf<>(wanted))
        : Optional.empty();
  }

  private Optional<Expectation<T>> matches(Tree operand) {
    if (!(operand instanceof Tree.Scalar regex) || regex.isNothing()) {
      values.problem(operand.place(), "'matches' needs a pattern such as '220 .*'");
      return Optional.empty();
    }
    try {
      var test = row.type().patterns().orElseThrow().apply(regex.text());
      return Optional.of(new Matches<>(regex.text(), test));
    } catch (PatternSyntaxException broken) {
      values.problem(
          operand.place(),
          "'" + regex.text() + "' is not a regular expression: " + broken.getDescription());
      return Optional.empty();
    }
  }

  private Optional<Expectation<T>> preferring(Expectation<T> wanted, Tree set) {
    Optional<Seen<T>> value = values.valueOrNothing(set);
    if (value.isPresent() && !wanted.accepts(value.get())) {
      String shown = row.show(value.get()).map(text -> "'" + text + "'").orElse("nothing");
      String stated = wanted.show(row.type());
      values.problem(
          set.place(), "'set' writes " + shown + ", which does not meet '" + stated + "'");
    }
    boolean meets = value.filter(wanted::accepts).isPresent();
    return meets ? value.map(seen -> new Preferring<>(wanted, seen.known())) : Optional.empty();
  }
}
