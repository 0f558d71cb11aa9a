package org.relaycheck.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Remediation;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.Suggestion;
import org.relaycheck.yaml.YamlTree;

/** Reads the keys of a mapping that states a setting: one operator, and what stands beside it. */
final class TermsReader {

  static final Map<String, Remediation> REMEDIATIONS =
      Map.of("script", Remediation.SCRIPT, "by-hand", Remediation.BY_HAND);

  private final Property<?> row;
  private final LineUse use;
  private final FileProblems problems;
  private final NodeShape shape;

  TermsReader(Property<?> row, LineUse use, FileProblems problems) {
    this.row = row;
    this.use = use;
    this.problems = problems;
    this.shape = new NodeShape(problems);
  }

  /** Empty if no operator can be told. */
  Optional<LineTerms> read(YamlTree.Mapping stated) {
    List<PolicyOperator> operators = new ArrayList<>();
    boolean known = true;
    for (YamlTree.Entry entry : stated.entries()) {
      Optional<PolicyOperator> operator = PolicyOperator.of(entry.name());
      operator.ifPresent(operators::add);
      known &= operator.isPresent() ? fits(operator.get(), entry) : isAttribute(entry);
    }
    if (!known || !isOne(stated, operators) || !any(stated, operators.get(0))) {
      return Optional.empty();
    }
    return Optional.of(
        new LineTerms(
            operators.get(0),
            stated
                .get("severity")
                .flatMap(t -> shape.word(t, about("severity"), NodeShape.SEVERITIES)),
            stated
                .get("remediation")
                .flatMap(t -> shape.word(t, about("remediation"), REMEDIATIONS))
                .orElse(Remediation.SCRIPT),
            stated
                .get("why")
                .flatMap(t -> shape.text(t, about("why"), "'agreed with the mail team'"))
                .map(YamlTree.Scalar::text)));
  }

  private String about(String what) {
    return row.name() + ": '" + what + "'";
  }

  private boolean fits(PolicyOperator operator, YamlTree.Entry entry) {
    if (use == LineUse.WHERE && operator == PolicyOperator.ANY) {
      problem(entry, "'any' selects everything; remove the line");
      return false;
    }
    if (!operator.fits(row)) {
      problem(entry, "'" + entry.name() + "' does not fit its values; " + expected());
      return false;
    }
    return true;
  }

  private boolean isAttribute(YamlTree.Entry entry) {
    if (!OperatorAttribute.words().contains(entry.name())) {
      List<String> words = new ArrayList<>(PolicyOperator.wordsFor(row));
      words.addAll(OperatorAttribute.words());
      problem(
          entry,
          "'"
              + entry.name()
              + "' is not an operator; "
              + Suggestion.instead(entry.name(), words).orElseGet(this::expected));
      return false;
    }
    if (use == LineUse.WHERE && !entry.name().equals(OperatorAttribute.WHY.word())) {
      problem(entry, "'" + entry.name() + "' has no meaning under 'where', which only selects");
    }
    return true;
  }

  private boolean isOne(YamlTree.Mapping stated, List<PolicyOperator> operators) {
    if (operators.isEmpty()) {
      shape.problem(stated.place(), row.name() + ": says nothing about the value; " + expected());
      return false;
    }
    PolicyOperator first = operators.get(0);
    for (PolicyOperator other : operators.subList(1, operators.size())) {
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

  private boolean any(YamlTree.Mapping stated, PolicyOperator operator) {
    if (operator != PolicyOperator.ANY) {
      return true;
    }
    boolean alone =
        stated.entries().stream().allMatch(e -> e.name().equals("any") || e.name().equals("why"));
    boolean isTrue =
        stated.get("any").orElse(stated) instanceof YamlTree.Scalar s && s.text().equals("true");
    if (!alone || !isTrue) {
      shape.problem(stated.place(), row.name() + ": 'any' is written as {any: true}");
    }
    return alone && isTrue;
  }

  private String expected() {
    return "expected one of " + String.join(", ", PolicyOperator.wordsFor(row));
  }

  private void problem(YamlTree.Entry entry, String text) {
    problems.add(entry.place(), row.name() + ": " + text);
  }
}
