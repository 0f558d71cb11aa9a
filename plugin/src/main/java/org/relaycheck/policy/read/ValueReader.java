package org.relaycheck.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Place;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.YamlTree;

/**
 * Reads values that a policy states for a row.
 *
 * @param <T> the row's values
 */
public final class ValueReader<T> {

  private final Property<T> row;
  private final FileProblems problems;

  public ValueReader(Property<T> row, FileProblems problems) {
    this.row = row;
    this.problems = problems;
  }

  /** A value that the system accepts, or nothing; empty if there is a problem. */
  Optional<Seen<T>> valueOrNothing(YamlTree tree) {
    return known(tree).filter(seen -> isInRange(tree, seen));
  }

  /** A value that the system accepts. */
  Optional<T> value(YamlTree tree, PolicyOperator operator) {
    return valueOrNothing(tree).flatMap(seen -> something(tree, seen, operator));
  }

  /** Members of a value: whether they alone would be accepted is not asked. */
  Optional<T> members(YamlTree tree, PolicyOperator operator) {
    Predicate<T> isEmpty = value -> row.type().members().orElseThrow().isEmpty(value);
    return known(tree)
        .map(seen -> seen.known().filter(isEmpty).isPresent() ? Seen.<T>nothing() : seen)
        .flatMap(seen -> something(tree, seen, operator));
  }

  private Optional<T> something(YamlTree tree, Seen<T> seen, PolicyOperator operator) {
    if (seen.known().isEmpty()) {
      problem(tree.place(), "'" + operator.word() + "' needs a value: " + row.type().hint());
    }
    return seen.known();
  }

  /** What the row's type makes of the text, in whatever range. */
  private Optional<Seen<T>> known(YamlTree tree) {
    return read(tree, row.type()::refusal);
  }

  /** The same of what was found, which a policy may not be able to want. */
  public Optional<Seen<T>> found(YamlTree tree) {
    return read(tree, raw -> Optional.empty());
  }

  private Optional<Seen<T>> read(YamlTree tree, Function<Raw, Optional<String>> refusal) {
    return raw(tree)
        .flatMap(
            raw -> {
              Seen<T> seen = row.read(raw);
              Optional<String> wrong = refusal.apply(raw).or(seen::problem);
              wrong.ifPresent(text -> problem(place(tree, refusal), text));
              return wrong.isPresent() ? Optional.empty() : Optional.of(seen);
            });
  }

  /** The one item that is wrong by itself, else the whole. */
  private Place place(YamlTree tree, Function<Raw, Optional<String>> refusal) {
    if (tree instanceof YamlTree.Sequence list) {
      for (YamlTree item : list.items()) {
        Raw raw = Raw.text(((YamlTree.Scalar) item).text());
        if (refusal.apply(raw).or(row.read(raw)::problem).isPresent()) {
          return item.place();
        }
      }
    }
    return tree.place();
  }

  private boolean isInRange(YamlTree tree, Seen<T> seen) {
    boolean within = seen.known().filter(row.allowed().allows().negate()).isEmpty();
    if (!within) {
      String limits = row.allowed().words().orElse("what the system accepts");
      problem(tree.place(), "'" + raw(tree).map(Raw::shown).orElse("") + "' is not " + limits);
    }
    return within;
  }

  private Optional<Raw> raw(YamlTree tree) {
    if (tree instanceof YamlTree.Scalar scalar) {
      return Optional.of(scalar.isNothing() ? new Raw.Empty() : Raw.text(scalar.text()));
    }
    if (tree instanceof YamlTree.Sequence list) {
      return items(list);
    }
    problem(tree.place(), "found a mapping; expected " + row.type().hint());
    return Optional.empty();
  }

  private Optional<Raw> items(YamlTree.Sequence list) {
    List<String> texts = new ArrayList<>();
    for (YamlTree item : list.items()) {
      if (!(item instanceof YamlTree.Scalar scalar) || scalar.isNothing()) {
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
