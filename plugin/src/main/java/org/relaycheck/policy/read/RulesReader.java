package org.relaycheck.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.state.Place;
import org.relaycheck.state.Severity;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.Suggestion;
import org.relaycheck.yaml.YamlTree;

/**
 * Reads what files of ours say of rules between settings.
 *
 * @param rules those that there are
 * @param problems where problems go
 */
public record RulesReader(List<KnownRule> rules, FileProblems problems) {

  /** Reads the section {@code rules} of a policy. */
  void read(FileLayer layer, YamlTree tree, PolicyParts parts) {
    NodeShape shape = new NodeShape(problems);
    for (YamlTree.Entry entry :
        shape.entries(tree, "'rules'", "{" + KnownRule.EXAMPLE + ": error}")) {
      Optional<KnownRule> rule = find(entry.place(), entry.name());
      Optional<Severity> severity =
          shape.word(entry.value(), "rule " + entry.name(), NodeShape.SEVERITIES);
      if (rule.isPresent() && severity.isPresent() && allowed(rule.get(), severity.get(), entry)) {
        parts
            .rules
            .computeIfAbsent(entry.name(), id -> new ArrayList<>())
            .add(new LayeredEntry<>(layer, entry.place(), severity.get()));
      }
    }
  }

  private boolean allowed(KnownRule rule, Severity severity, YamlTree.Entry entry) {
    boolean allowed = severity != Severity.IGNORE || rule.ignorable();
    if (!allowed) {
      problems.add(
          entry.value().place(),
          "rule "
              + rule.id()
              + " cannot be ignored, because what it finds harms others; accept what is found in"
              + " relay-waivers.yaml, with a reason and a last day: mvn relay:remediate writes"
              + " the lines");
    }
    return allowed;
  }

  /** The rule of an id. */
  public Optional<KnownRule> find(Place place, String id) {
    Optional<KnownRule> found = rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      List<String> ids = rules.stream().map(KnownRule::id).toList();
      problems.add(place, "'" + id + "' is not a rule" + ending(id, ids));
    }
    return found;
  }

  private static String ending(String id, List<String> ids) {
    String near = Suggestion.ending(id, ids);
    return near.isEmpty() ? "; docs/rules.md lists them" : near;
  }
}
