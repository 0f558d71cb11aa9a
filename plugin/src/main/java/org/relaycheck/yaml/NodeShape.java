package org.relaycheck.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.state.Place;
import org.relaycheck.state.Severity;

/** What a part of a file is expected to be; anything else is a problem. */
public final class NodeShape {

  public static final String OPTIONAL = "optional";

  public static final Map<String, Severity> SEVERITIES =
      Map.of(
          Severity.IGNORE.word(), Severity.IGNORE,
          Severity.WARNING.word(), Severity.WARNING,
          Severity.ERROR.word(), Severity.ERROR);

  private final FileProblems problems;

  public NodeShape(FileProblems problems) {
    this.problems = problems;
  }

  public void problem(Place place, String text) {
    problems.add(place, text);
  }

  /** The entries of a mapping; none for nothing. */
  public List<YamlTree.Entry> entries(YamlTree tree, String what, String example) {
    if (tree instanceof YamlTree.Mapping mapping) {
      return mapping.entries();
    }
    if (!(tree instanceof YamlTree.Scalar scalar && scalar.isNothing())) {
      expected(tree, what, "a mapping such as " + example);
    }
    return List.of();
  }

  /** One text that is not empty. */
  public Optional<YamlTree.Scalar> text(YamlTree tree, String what, String example) {
    if (tree instanceof YamlTree.Scalar scalar && !scalar.isNothing()) {
      return Optional.of(scalar);
    }
    expected(tree, what, "a text such as " + example);
    return Optional.empty();
  }

  /** A text or a list of texts; none for nothing. */
  public List<YamlTree.Scalar> texts(YamlTree tree, String what, String example) {
    List<YamlTree.Scalar> texts = new ArrayList<>();
    if (tree instanceof YamlTree.Sequence list) {
      list.items().forEach(item -> text(item, "an item of " + what, example).ifPresent(texts::add));
    } else if (!tree.isEmpty()) {
      text(tree, what, example).ifPresent(texts::add);
    }
    return texts;
  }

  /** One of several words. */
  public <E> Optional<E> word(YamlTree tree, String what, Map<String, E> words) {
    Optional<E> meaning =
        tree instanceof YamlTree.Scalar scalar
            ? Optional.ofNullable(words.get(scalar.text()))
            : Optional.empty();
    if (meaning.isEmpty()) {
      String all = String.join(", ", words.keySet().stream().sorted().toList());
      expected(tree, what, "one of " + all);
    }
    return meaning;
  }

  /** Whether it may be that no host is meant; what says so stands beside what names hosts. */
  public boolean optional(YamlTree.Mapping stated) {
    return stated
        .get(OPTIONAL)
        .flatMap(t -> word(t, "'" + OPTIONAL + "'", Map.of("true", true, "false", false)))
        .orElse(false);
  }

  public void expected(YamlTree found, String what, String wanted) {
    problems.add(found.place(), what + ": found " + found.described() + "; expected " + wanted);
  }

  public void unknownKey(YamlTree.Entry entry, String where, List<String> known) {
    String text = "'" + entry.name() + "' is not a key of " + where;
    problems.add(entry.place(), text + Suggestion.ending(entry.name(), known));
  }
}
