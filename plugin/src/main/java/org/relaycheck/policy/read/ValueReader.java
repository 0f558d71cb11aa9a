package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Place;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;

/**
 * Reads values that a policy states for a row.
 *
 * @param <T> the row's values
 */
final class Values<T> {

  private final Property<T> row;
  private final Problems problems;

  Values(Property<T> row, Problems problems) {
    this.row = row;
    this.problems = problems;
  }

  /** A value that the system accepts, or nothing; empty if there is a problem. */
  Optional<Seen<T>> valueOrNothing(Tree tree) {
    return known(tree).filter(seen -> isInRange(tree, seen));
  }

  /** A value that the system accepts. */
  Optional<T> value(Tree tree, Operator operator) {
    return valueOrNothing(tree).flatMap(seen -> something(tree, seen, operator));
  }

  /** Members of a value: whether they alone would be accepted is not asked. */
  Optional<T> members(Tree tree, Operator operator) {
    Predicate<T> isEmpty = value -> row.type().members().orElseThrow().isEmpty(value);
    return known(tree)
        .map(seen -> seen.known().filter(isEmpty).isPresent() ? Seen.<T>nothing() : seen)
        .flatMap(seen -> something(tree, seen, operator));
  }

  private Optional<T> something(Tree tree, Seen<T> seen, Operator operator) {
    if (seen.known().isEmpty()) {
      problem(tree.place(), "'" + operator.word() + "' needs a value: " + row.type().hint());
    }
    return seen.known();
  }

  /** What the row's type makes of the text, in whatever range. */
  private Optional<Seen<T>> known(Tree tree) {
    return read(tree, row.type()::refusal);
  }

  /** The same of what was found, which a policy may not be able to want. */
  Optional<Seen<T>> found(Tree tree) {
    return read(tree, raw -> Optional.empty());
  }

  private Optional<Seen<T>> read(Tree tree, Function<Raw, Optional<String>> refusal) {
    return raw(tree)
        .flatMap(
            raw -> {
              Seen<T> seen = row.read(raw);
              Optional<String> wrong = refusal.apply(raw).or(seen::problem);
              wrong.ifPresent(text -> problem(tree.place(), text));
              return wrong.isPresent() ? Optional.empty() : Optional.of(seen);
            });
  }

  private boolean isInRange(Tree tree, Seen<T> seen) {
    boolean within = seen.known().filter(row.allowed().allows().negate()).isEmpty();
    if (!within) {
      String limits = row.allowed().words().orElse("what the system accepts");
      problem(tree.place(), "'" + raw(tree).map(Raw::shown).orElse("") + "' is not " + limits);
    }
    return within;
  }

  private Optional<Raw> raw(Tree tree) {
    if (tree instanceof Tree.Scalar scalar) {
      return Optional.of(scalar.isNothing() ? new Raw.Empty() : Raw.text(scalar.text()));
    }
    if (tree instanceof Tree.Sequence list) {
      return items(list);
    }
    problem(tree.place(), "found a mapping; expected " + row.type().hint());
    return Optional.empty();
  }

  private Optional<Raw> items(Tree.Sequence list) {
    List<String> texts = new ArrayList<>();
    for (Tree item : list.items()) {
      if (!(item instanceof Tree.Scalar scalar) || scalar.isNothing()) {
        problem(item.place(), "an item is " + item.described() + "; expected " + row.type().hint());
        return Optional.empty();
      }
      texts.add(scalar.text());
    }
    return Optional.of(Raw.items(texts));
  }

  void problem(Place place, String text) {
    problems.add(place, row.name() + ": " + text);
  }
}
