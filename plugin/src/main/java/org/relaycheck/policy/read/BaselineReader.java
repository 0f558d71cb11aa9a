package org.relaycheck.policy.read;

import java.util.List;
import java.util.Optional;
import org.relaycheck.state.Remediation;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.YamlTree;

/** Reads baselines; what they select by is read later, when their kind is known. */
final class BaselineReader {

  private static final List<String> KEYS =
      List.of("like", "hosts", "optional", "where", "severity", "remediation");
  private static final String EXAMPLE = "- {like: strict, hosts: all}";

  private final NodeShape shape;
  private final PolicyParts parts;

  BaselineReader(FileProblems problems, PolicyParts parts) {
    this.shape = new NodeShape(problems);
    this.parts = parts;
  }

  void read(YamlTree tree) {
    if (tree instanceof YamlTree.Sequence list) {
      list.items().forEach(this::baseline);
    } else if (!tree.isEmpty()) {
      shape.expected(tree, "'baselines'", "a list such as " + EXAMPLE);
    }
  }

  private void baseline(YamlTree tree) {
    if (!(tree instanceof YamlTree.Mapping stated)) {
      shape.expected(tree, "a baseline", "a mapping such as " + EXAMPLE);
      return;
    }
    for (YamlTree.Entry entry : stated.entries()) {
      if (!KEYS.contains(entry.name())) {
        shape.unknownKey(entry, "a baseline", KEYS);
      }
    }
    Optional<YamlTree> hosts = stated.get("hosts").filter(t -> !t.isEmpty());
    Optional<YamlTree> like = stated.get("like").filter(t -> !t.isEmpty());
    if (hosts.isEmpty() || like.isEmpty()) {
      String lacking = like.isEmpty() ? "no template under 'like'" : "no hosts";
      String expected = "; expected one such as " + EXAMPLE;
      shape.problem(tree.place(), "a baseline names " + lacking + expected);
    }
    List<YamlTree.Scalar> names =
        like.map(t -> shape.texts(t, "'like'", "strict")).orElse(List.of());
    parts.baselines.add(part(stated, names, hosts));
  }

  private PolicyParts.BaselinePart part(
      YamlTree.Mapping stated, List<YamlTree.Scalar> like, Optional<YamlTree> hosts) {
    return new PolicyParts.BaselinePart(
        like,
        hosts,
        shape.optional(stated),
        stated
            .get("where")
            .map(t -> shape.entries(t, "'where'", "{setup: false}"))
            .orElse(List.of()),
        stated.get("severity").flatMap(t -> shape.word(t, "'severity'", NodeShape.SEVERITIES)),
        stated
            .get("remediation")
            .flatMap(t -> shape.word(t, "'remediation'", TermsReader.REMEDIATIONS))
            .orElse(Remediation.BY_HAND),
        stated.place());
  }
}
