package org.relaycheck.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.state.expectation.IsNot;
import org.relaycheck.state.expectation.IsOneOf;
import org.relaycheck.state.expectation.MatchesPattern;
import org.relaycheck.state.expectation.PreferringValue;
import org.relaycheck.value.Seen;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.YamlTree;

/**
 * Reads what a row must be, by the operator that says it.
 *
 * @param <T> the row's values
 */
final class ExpectationReader<T> {

  private final Property<T> row;
  private final ValueReader<T> values;

  ExpectationReader(Property<T> row, FileProblems problems) {
    this.row = row;
    this.values = new ValueReader<>(row, problems);
  }

  Optional<Expectation<T>> is(YamlTree tree) {
    return values.valueOrNothing(tree).map(seen -> new IsExactly<>(seen.known()));
  }

  /** What a mapping says with an operator that fits the row, and with {@code set}. */
  Optional<Expectation<T>> read(PolicyOperator operator, YamlTree.Mapping stated) {
    Optional<Expectation<T>> wanted = expectation(operator, stated);
    Optional<YamlTree> set = stated.get(OperatorAttribute.SET.word());
    return set.isEmpty() ? wanted : wanted.flatMap(some -> preferring(some, set.get()));
  }

  private Optional<Expectation<T>> expectation(PolicyOperator operator, YamlTree.Mapping stated) {
    YamlTree operand = stated.get(operator.word()).orElse(stated);
    return switch (operator) {
      case IS -> is(operand);
      case AT_LEAST, AT_MOST -> new BoundOperators<>(row, values).apart(stated);
      case BETWEEN -> new BoundOperators<>(row, values).between(operand);
      case ONE_OF -> oneOf(operand);
      case NOT -> values.valueOrNothing(operand).map(seen -> new IsNot<>(seen.known()));
      case MATCHES -> matches(operand);
      case CONTAINS, EXCLUDES -> new MembershipOperators<>(row, values).read(stated);
      case ANY -> Optional.empty();
    };
  }

  private Optional<Expectation<T>> oneOf(YamlTree operand) {
    if (!(operand instanceof YamlTree.Sequence list) || list.items().isEmpty()) {
      values.problem(operand.place(), "'oneOf' needs a list of values, each " + row.type().hint());
      return Optional.empty();
    }
    List<Optional<T>> wanted = new ArrayList<>();
    for (YamlTree item : list.items()) {
      values.valueOrNothing(item).map(Seen::known).ifPresent(wanted::add);
    }
    return wanted.size() == list.items().size()
        ? Optional.of(new IsOneOf<>(wanted))
        : Optional.empty();
  }

  private Optional<Expectation<T>> matches(YamlTree operand) {
    if (!(operand instanceof YamlTree.Scalar regex) || regex.isNothing()) {
      values.problem(operand.place(), "'matches' needs a pattern such as '220 .*'");
      return Optional.empty();
    }
    try {
      var test = row.type().patterns().orElseThrow().apply(regex.text());
      return Optional.of(new MatchesPattern<>(regex.text(), test));
    } catch (PatternSyntaxException broken) {
      values.problem(
          operand.place(),
          "'" + regex.text() + "' is not a regular expression: " + broken.getDescription());
      return Optional.empty();
    }
  }

  private Optional<Expectation<T>> preferring(Expectation<T> wanted, YamlTree set) {
    Optional<Seen<T>> value = values.valueOrNothing(set);
    if (value.isPresent() && !wanted.accepts(value.get())) {
      String shown = row.show(value.get()).map(text -> "'" + text + "'").orElse("nothing");
      String stated = wanted.show(row.type());
      values.problem(
          set.place(), "'set' writes " + shown + ", which does not meet '" + stated + "'");
    }
    boolean meets = value.filter(wanted::accepts).isPresent();
    return meets
        ? value.map(seen -> new PreferringValue<>(wanted, seen.known()))
        : Optional.empty();
  }
}
