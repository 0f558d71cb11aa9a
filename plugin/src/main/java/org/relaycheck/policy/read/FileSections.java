package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.state.Place;

/** Takes a file of a policy apart, section by section. */
final class FileSections {

  private static final List<String> KEYS =
      List.of("version", "include", "groups", "templates", "baselines", "rules", "unlisted");

  private final Map<String, KindTable> kinds;
  private final List<KnownRule> rules;
  private final Problems problems;
  private final Shape shape;
  private final Parts parts;

  FileSections(
      Map<String, KindTable> kinds, List<KnownRule> rules, Problems problems, Parts parts) {
    this.kinds = kinds;
    this.rules = rules;
    this.problems = problems;
    this.shape = new Shape(problems);
    this.parts = parts;
  }

  void read(SourceFile file) {
    version(file);
    for (Tree.Entry entry : file.root().entries()) {
      if (file.preset() && !entry.name().equals("version") && !entry.name().equals("templates")) {
        problems.add(entry.place(), "a preset holds 'version' and 'templates' only");
      } else {
        section(file, entry);
      }
    }
  }

  private void section(SourceFile file, Tree.Entry entry) {
    switch (entry.name()) {
      case "version", "include" -> {}
      case "groups" -> groups(file, entry.value());
      case "templates" -> templates(file, entry.value());
      case "baselines" -> new BaselineReader(problems, parts).read(entry.value());
      case "rules" -> new RulesReader(rules, problems).read(file.layer(), entry.value(), parts);
      case "unlisted" -> unlisted(file, entry.value());
      default ->
          kind(entry, all(KEYS), "a policy").ifPresent(k -> resources(file, k, entry.value()));
    }
  }

  private void version(SourceFile file) {
    Optional<Tree> version = file.section("version");
    Place place = version.map(Tree::place).orElse(file.root().place());
    boolean right =
        version.filter(v -> v instanceof Tree.Scalar s && s.text().equals("1")).isPresent();
    if (!right) {
      problems.add(
          place,
          version.map(v -> "version: found " + v.described()).orElse("the version is missing")
              + "; expected 'version: 1'");
    }
  }

  private void groups(SourceFile file, Tree tree) {
    for (Tree.Entry entry : shape.entries(tree, "'groups'", "{hubs: [EX01, EX02]}")) {
      String what = "group '" + entry.name() + "'";
      if (entry.name().equals(Hosts.ALL)) {
        problems.add(
            entry.place(), "'all' means every host of a kind; give the group another name");
        continue;
      }
      List<Tree.Scalar> hosts = shape.texts(entry.value(), what, "[EX01, EX02]");
      parts
          .groups
          .computeIfAbsent(entry.name(), name -> new ArrayList<>())
          .add(new Layered<>(file.layer(), entry.place(), hosts));
    }
  }

  private void templates(SourceFile file, Tree tree) {
    String example = "{" + firstKind() + ": {bulk: {}}}";
    for (Tree.Entry entry : shape.entries(tree, "'templates'", example)) {
      kind(entry, List.of(), "templates")
          .ifPresent(
              kind -> new TemplateReader(kind, kinds.values(), problems).read(file, entry, parts));
    }
  }

  private void resources(SourceFile file, KindTable kind, Tree tree) {
    ResourceReader reader = new ResourceReader(kind, kinds.values(), problems);
    String example = "{Some name: {hosts: all}}";
    for (Tree.Entry entry : shape.entries(tree, "'" + kind.kind() + "'", example)) {
      reader.read(file.layer(), entry).ifPresent(parts.resources::add);
    }
  }

  private void unlisted(SourceFile file, Tree tree) {
    String example = "{" + firstKind() + ": warning}";
    for (Tree.Entry entry : shape.entries(tree, "'unlisted'", example)) {
      kind(entry, List.of(), "unlisted")
          .flatMap(k -> shape.word(entry.value(), "unlisted " + k.kind(), Shape.SEVERITIES))
          .ifPresent(
              severity ->
                  parts
                      .unlisted
                      .computeIfAbsent(entry.name(), name -> new ArrayList<>())
                      .add(new Layered<>(file.layer(), entry.place(), severity)));
    }
  }

  private Optional<KindTable> kind(Tree.Entry entry, List<String> known, String where) {
    Optional<KindTable> kind = Optional.ofNullable(kinds.get(entry.name()));
    if (kind.isEmpty()) {
      shape.unknownKey(entry, where, known.isEmpty() ? List.copyOf(kinds.keySet()) : known);
    }
    return kind;
  }

  private List<String> all(List<String> keys) {
    List<String> known = new ArrayList<>(keys);
    known.addAll(kinds.keySet());
    return known;
  }

  private String firstKind() {
    return kinds.keySet().stream().findFirst().orElse("receiveConnectors");
  }
}
