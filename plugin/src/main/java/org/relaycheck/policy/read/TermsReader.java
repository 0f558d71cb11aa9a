package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Remedy;

/** Reads the keys of a mapping that states a setting: one operator, and what stands beside it. */
final class TermsReader {

  static final Map<String, Remedy> REMEDIES =
      Map.of("script", Remedy.SCRIPT, "by-hand", Remedy.BY_HAND);

  private final Property<?> row;
  private final Use use;
  private final Problems problems;
  private final Shape shape;

  TermsReader(Property<?> row, Use use, Problems problems) {
    this.row = row;
    this.use = use;
    this.problems = problems;
    this.shape = new Shape(problems);
  }

  /** Empty if no operator can be told. */
  Optional<Terms> read(Tree.Mapping stated) {
    List<Operator> operators = new ArrayList<>();
    boolean known = true;
    for (Tree.Entry entry : stated.entries()) {
      Optional<Operator> operator = Operator.of(entry.name());
      operator.ifPresent(operators::add);
      known &= operator.isPresent() ? fits(operator.get(), entry) : isAttribute(entry);
    }
    if (!known || !isOne(stated, operators) || !any(stated, operators.get(0))) {
      return Optional.empty();
    }
    return Optional.of(
        new Terms(
            operators.get(0),
            stated.get("severity").flatMap(t -> shape.word(t, about("severity"), Shape.SEVERITIES)),
            stated
                .get("remedy")
                .flatMap(t -> shape.word(t, about("remedy"), REMEDIES))
                .orElse(Remedy.SCRIPT),
            stated
                .get("why")
                .flatMap(t -> shape.text(t, about("why"), "'agreed with the mail team'"))
                .map(Tree.Scalar::text)));
  }

  private String about(String what) {
    return row.name() + ": '" + what + "'";
  }

  private boolean fits(Operator operator, Tree.Entry entry) {
    if (use == Use.WHERE && operator == Operator.ANY) {
      problem(entry, "'any' selects everything; leave the line out");
      return false;
    }
    if (!operator.fits(row)) {
      problem(entry, "'" + entry.name() + "' does not fit its values; " + expected());
      return false;
    }
    return true;
  }

  private boolean isAttribute(Tree.Entry entry) {
    if (!Attribute.words().contains(entry.name())) {
      List<String> words = new ArrayList<>(Operator.wordsFor(row));
      words.addAll(Attribute.words());
      Optional<String> near = Suggestion.nearest(entry.name(), words);
      problem(
          entry,
          "'"
              + entry.name()
              + "' is not an operator; "
              + near.map(word -> "did you mean '" + word + "'?").orElse(expected()));
      return false;
    }
    if (use == Use.WHERE && !entry.name().equals(Attribute.WHY.word())) {
      problem(entry, "'" + entry.name() + "' has no meaning under 'where', which only selects");
    }
    return true;
  }

  private boolean isOne(Tree.Mapping stated, List<Operator> operators) {
    if (operators.isEmpty()) {
      shape.problem(stated.place(), row.name() + ": says nothing about the value; " + expected());
      return false;
    }
    Operator first = operators.get(0);
    for (Operator other : operators.subList(1, operators.size())) {
      if (!first.joins(other)) {
        shape.problem(
            stated.place(),
            row.name()
                + ": '"
                + first.word()
                + "' and '"
                + other.word()
                + "' cannot stand together; state one of them");
        return false;
      }
    }
    return true;
  }

  private boolean any(Tree.Mapping stated, Operator operator) {
    if (operator != Operator.ANY) {
      return true;
    }
    boolean alone =
        stated.entries().stream().allMatch(e -> e.name().equals("any") || e.name().equals("why"));
    boolean isTrue =
        stated.get("any").orElse(stated) instanceof Tree.Scalar s && s.text().equals("true");
    if (!alone || !isTrue) {
      shape.problem(
          stated.place(), row.name() + ": takes back what was inherited only as {any: true}");
    }
    return alone && isTrue;
  }

  private String expected() {
    return "expected one of " + String.join(", ", Operator.wordsFor(row));
  }

  private void problem(Tree.Entry entry, String text) {
    problems.add(entry.place(), row.name() + ": " + text);
  }
}
