package org.relaycheck.policy;

import java.util.List;
import java.util.Optional;
import org.relaycheck.state.Remedy;

/** Reads baselines; what they select by is read later, when their kind is known. */
final class BaselineReader {

  private static final List<String> KEYS =
      List.of("like", "hosts", "optional", "where", "severity", "remedy");
  private static final String EXAMPLE = "- {like: strict, hosts: all}";

  private final Shape shape;
  private final Parts parts;

  BaselineReader(Problems problems, Parts parts) {
    this.shape = new Shape(problems);
    this.parts = parts;
  }

  void read(Tree tree) {
    if (tree instanceof Tree.Sequence list) {
      list.items().forEach(this::baseline);
    } else if (!tree.isEmpty()) {
      shape.expected(tree, "'baselines'", "a list such as " + EXAMPLE);
    }
  }

  private void baseline(Tree tree) {
    if (!(tree instanceof Tree.Mapping stated)) {
      shape.expected(tree, "a baseline", "a mapping such as " + EXAMPLE);
      return;
    }
    for (Tree.Entry entry : stated.entries()) {
      if (!KEYS.contains(entry.name())) {
        shape.unknownKey(entry, "a baseline", KEYS);
      }
    }
    Optional<Tree> hosts = stated.get("hosts").filter(t -> !t.isEmpty());
    Optional<Tree> like = stated.get("like").filter(t -> !t.isEmpty());
    if (hosts.isEmpty() || like.isEmpty()) {
      String lacking = like.isEmpty() ? "no template under 'like'" : "no hosts";
      String expected = "; expected one such as " + EXAMPLE;
      shape.problem(tree.place(), "a baseline names " + lacking + expected);
    }
    List<Tree.Scalar> names = like.map(t -> shape.texts(t, "'like'", "strict")).orElse(List.of());
    parts.baselines.add(part(stated, names, hosts));
  }

  private Parts.BaselinePart part(
      Tree.Mapping stated, List<Tree.Scalar> like, Optional<Tree> hosts) {
    return new Parts.BaselinePart(
        like,
        hosts,
        shape.optional(stated),
        stated
            .get("where")
            .map(t -> shape.entries(t, "'where'", "{setup: false}"))
            .orElse(List.of()),
        stated.get("severity").flatMap(t -> shape.word(t, "'severity'", Shape.SEVERITIES)),
        stated
            .get("remedy")
            .flatMap(t -> shape.word(t, "'remedy'", TermsReader.REMEDIES))
            .orElse(Remedy.BY_HAND),
        stated.place());
  }
}
