package org.relaycheck.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.policy.member.MemberReader;
import org.relaycheck.policy.member.RequiredTerms;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.YamlTree;

/** Takes a file of a policy apart, section by section. */
public final class FileSections {

  private static final List<String> KEYS =
      List.of(
          "version",
          "include",
          "groups",
          "templates",
          "baselines",
          "rules",
          "unlisted",
          RequiredTerms.KEY);

  private final Map<String, KindTable> kinds;
  private final List<KnownRule> rules;
  private final FileProblems problems;
  private final NodeShape shape;
  private final PolicyParts parts;
  private final MemberReader members;
  private final RequiredTerms required;

  public FileSections(
      Map<String, KindTable> kinds,
      List<KnownRule> rules,
      FileProblems problems,
      PolicyParts parts,
      PolicyDocuments documents) {
    this.kinds = kinds;
    this.rules = rules;
    this.problems = problems;
    this.shape = new NodeShape(problems);
    this.parts = parts;
    this.members =
        new MemberReader(documents::listed, word -> PolicyOperator.of(word).isPresent(), problems);
    this.required = new RequiredTerms(problems);
  }

  /** Tells what addresses lack; comes after all files. */
  public void checkRequired() {
    required.check(members.addresses());
  }

  public void read(PolicyFile file) {
    version(file);
    for (YamlTree.Entry entry : file.root().entries()) {
      if (file.preset() && !entry.name().equals("version") && !entry.name().equals("templates")) {
        problems.add(entry.place(), "a preset holds 'version' and 'templates' only");
      } else {
        section(file, entry);
      }
    }
  }

  /** Takes its groups alone. */
  public void groups(PolicyFile file) {
    file.section("groups").ifPresent(tree -> groups(file, tree));
  }

  private void section(PolicyFile file, YamlTree.Entry entry) {
    switch (entry.name()) {
      case "version", "include" -> {}
      case "groups" -> groups(file, entry.value());
      case "templates" -> templates(file, entry.value());
      case "baselines" -> new BaselineReader(problems, parts).read(entry.value());
      case "rules" -> new RulesReader(rules, problems).read(file.layer(), entry.value(), parts);
      case "unlisted" -> unlisted(file, entry.value());
      case RequiredTerms.KEY -> required.read(entry.value());
      default ->
          kind(entry, all(KEYS), "a policy").ifPresent(k -> resources(file, k, entry.value()));
    }
  }

  private void version(PolicyFile file) {
    Optional<YamlTree> version = file.section("version");
    Place place = version.map(YamlTree::place).orElse(file.root().place());
    boolean right =
        version.filter(v -> v instanceof YamlTree.Scalar s && s.text().equals("1")).isPresent();
    if (!right) {
      problems.add(
          place,
          version.map(v -> "version: found " + v.described()).orElse("the version is missing")
              + "; expected 'version: 1'");
    }
  }

  private void groups(PolicyFile file, YamlTree tree) {
    for (YamlTree.Entry entry : shape.entries(tree, "'groups'", "{hubs: [EX01, EX02]}")) {
      String what = "group '" + entry.name() + "'";
      if (entry.name().equals(PolicyHosts.ALL)) {
        problems.add(
            entry.place(), "'all' means every host of a kind; give the group another name");
        continue;
      }
      List<YamlTree.Scalar> hosts = shape.texts(entry.value(), what, "[EX01, EX02]");
      parts
          .groups
          .computeIfAbsent(entry.name(), name -> new ArrayList<>())
          .add(new LayeredEntry<>(file.layer(), entry.place(), hosts));
    }
  }

  private void templates(PolicyFile file, YamlTree tree) {
    String example = "{" + firstKind() + ": {bulk: {}}}";
    for (YamlTree.Entry entry : shape.entries(tree, "'templates'", example)) {
      kind(entry, List.of(), "templates")
          .ifPresent(
              kind ->
                  new TemplateReader(kind, kinds.values(), problems, members)
                      .read(file, entry, parts));
    }
  }

  private void resources(PolicyFile file, KindTable kind, YamlTree tree) {
    ResourceReader reader = new ResourceReader(kind, kinds.values(), problems, members);
    String example = "{Some name: {hosts: all}}";
    for (YamlTree.Entry entry : shape.entries(tree, "'" + kind.kind() + "'", example)) {
      reader.read(file.layer(), entry).ifPresent(parts.resources::add);
    }
  }

  private void unlisted(PolicyFile file, YamlTree tree) {
    String example = "{" + firstKind() + ": warning}";
    for (YamlTree.Entry entry : shape.entries(tree, "'unlisted'", example)) {
      kind(entry, List.of(), "unlisted")
          .flatMap(k -> shape.word(entry.value(), "unlisted " + k.kind(), NodeShape.SEVERITIES))
          .ifPresent(
              severity ->
                  parts
                      .unlisted
                      .computeIfAbsent(entry.name(), name -> new ArrayList<>())
                      .add(new LayeredEntry<>(file.layer(), entry.place(), severity)));
    }
  }

  private Optional<KindTable> kind(YamlTree.Entry entry, List<String> known, String where) {
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
