package org.relaycheck.policy.merge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.policy.read.KindTable;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.YamlTree;

/** Tells the kind of a baseline by its templates. */
final class BaselineKinds {

  private final Map<String, KindTable> kinds;
  private final TemplateResolver templates;
  private final FileProblems problems;

  BaselineKinds(Map<String, KindTable> kinds, TemplateResolver templates, FileProblems problems) {
    this.kinds = kinds;
    this.templates = templates;
    this.problems = problems;
  }

  /** The kind that has all the templates; a template tells it, so a baseline need not. */
  Optional<KindTable> kind(List<YamlTree.Scalar> like) {
    if (like.isEmpty()) {
      return Optional.empty();
    }
    for (YamlTree.Scalar name : like) {
      if (templates.kindsOf(name.text()).isEmpty()) {
        problems.add(name.place(), templates.missing("", name.text()));
        return Optional.empty();
      }
    }
    List<String> common =
        kinds.keySet().stream()
            .filter(kind -> like.stream().allMatch(n -> templates.kindsOf(n.text()).contains(kind)))
            .toList();
    if (common.size() != 1) {
      String text =
          common.isEmpty()
              ? "the templates of a baseline must be of one kind"
              : "templates of " + String.join(" and ", common) + " are named so; rename one";
      problems.add(like.get(0).place(), text);
      return Optional.empty();
    }
    return Optional.ofNullable(kinds.get(common.get(0)));
  }
}
