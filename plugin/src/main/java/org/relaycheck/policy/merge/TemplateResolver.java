package org.relaycheck.policy.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.policy.merge.LayeredLines.Section;
import org.relaycheck.policy.preset.PresetSource;
import org.relaycheck.policy.read.KindTable;
import org.relaycheck.policy.read.PolicyParts;
import org.relaycheck.policy.read.PolicyParts.TemplateName;
import org.relaycheck.policy.read.PolicyParts.TemplatePart;
import org.relaycheck.policy.read.SettingLines;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.Suggestion;
import org.relaycheck.yaml.YamlTree;

/** The templates of all files, each with what it takes from others; made once and shared. */
public final class TemplateResolver {

  private final Map<TemplateName, List<TemplatePart>> parts;
  private final PresetSource presets;
  private final FileProblems problems;
  private final Map<TemplateName, SettingLines> byTemplate = new HashMap<>();
  private final Map<List<TemplateName>, SettingLines> joined = new HashMap<>();
  private final Deque<TemplateName> open = new ArrayDeque<>();

  public TemplateResolver(PolicyParts parts, PresetSource presets, FileProblems problems) {
    this.parts = parts.templates;
    this.presets = presets;
    this.problems = problems;
  }

  /** Looks at all of them, so that one that nobody takes is checked too. */
  public void check() {
    parts.keySet().forEach(this::settingLines);
  }

  /** The kinds that have a template of this name. */
  List<String> kindsOf(String name) {
    return parts.keySet().stream()
        .filter(key -> key.name().equals(name))
        .map(TemplateName::kind)
        .toList();
  }

  /** The lines of several templates of a kind, a later one over an earlier. */
  SettingLines settingLines(KindTable table, List<YamlTree.Scalar> like) {
    List<TemplateName> names = new ArrayList<>();
    for (YamlTree.Scalar reference : like) {
      find(table, reference).ifPresent(names::add);
    }
    SettingLines known = joined.get(names);
    if (known != null) {
      return known;
    }
    SettingLines settingLines = SettingLines.empty(table);
    for (TemplateName name : names) {
      settingLines = settingLines(name).over(settingLines);
    }
    if (!names.isEmpty()) {
      joined.put(names, settingLines);
    }
    return settingLines;
  }

  private Optional<TemplateName> find(KindTable table, YamlTree.Scalar reference) {
    TemplateName name = new TemplateName(table.kind(), reference.text());
    if (!parts.containsKey(name)) {
      problems.add(reference.place(), missing(table.kind(), reference.text()));
      return Optional.empty();
    }
    if (open.contains(name)) {
      Stream<String> way =
          open.stream().dropWhile(other -> !other.equals(name)).map(TemplateName::name);
      problems.add(
          reference.place(),
          "the templates refer to each other: "
              + Stream.concat(way, Stream.of(name.name())).collect(Collectors.joining(" -> "))
              + "; remove one 'like'");
      return Optional.empty();
    }
    return Optional.of(name);
  }

  /** Says what is wrong with the name of a template that is not there. */
  String missing(String kind, String name) {
    String text = "there is no template '" + name + "'" + (kind.isEmpty() ? "" : " of " + kind);
    List<String> others = kindsOf(name);
    if (!others.isEmpty()) {
      return text + "; the one of this name is of " + others.get(0);
    }
    if (presets.names().contains(name)) {
      return text + "; add it with 'include: preset:" + name + "'";
    }
    List<String> known =
        parts.keySet().stream()
            .filter(key -> kind.isEmpty() || key.kind().equals(kind))
            .map(TemplateName::name)
            .toList();
    return text + Suggestion.ending(name, known);
  }

  private SettingLines settingLines(TemplateName name) {
    SettingLines known = byTemplate.get(name);
    if (known != null) {
      return known;
    }
    open.addLast(name);
    List<TemplatePart> all = parts.getOrDefault(name, List.of());
    List<LayeredLines> layered = new ArrayList<>();
    for (TemplatePart part : all) {
      layered.add(
          new LayeredLines(part.layer(), Section.LIKE, settingLines(part.table(), part.like())));
      layered.add(new LayeredLines(part.layer(), Section.OWN, part.own()));
    }
    StrengthContest contest = new StrengthContest(all.get(0).table(), problems);
    SettingLines settingLines = contest.settle(layered, "template '" + name.name() + "'");
    open.removeLast();
    byTemplate.put(name, settingLines);
    return settingLines;
  }
}
