package org.relaycheck.policy.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.YamlReader;
import org.relaycheck.yaml.YamlTree;

/**
 * Where presets speak of a setting. They are read as text only: what is wrong in a preset is
 * reported to a policy that includes it.
 *
 * @param presets where they are
 */
public record PresetMentions(PresetSource presets) {

  private static final List<String> REMARKS = List.of("why", "severity", "remediation");

  /**
   * A line of a preset about a setting.
   *
   * @param template the template that it stands in
   * @param wanted what it asks for, as it is written
   * @param why the preset's reason, such as the ids of a rule; may be empty
   * @param place where it stands
   */
  public record Mention(String template, String wanted, String why, Place place) {}

  /** The lines about a setting of a kind, in the order of the presets. */
  public List<Mention> of(String kind, String setting) {
    List<Mention> mentions = new ArrayList<>();
    for (String name : presets.names()) {
      String shown = "preset:" + name;
      presets
          .text(name)
          .flatMap(text -> new YamlReader(new FileProblems(), "version:").read(shown, text))
          .flatMap(root -> mapping(root, "templates"))
          .flatMap(templates -> mapping(templates, kind))
          .ifPresent(templates -> add(templates, setting, mentions));
    }
    return mentions;
  }

  private static void add(YamlTree.Mapping templates, String setting, List<Mention> mentions) {
    for (YamlTree.Entry template : templates.entries()) {
      if (template.value() instanceof YamlTree.Mapping lines) {
        lines.entries().stream()
            .filter(line -> line.name().equals(setting))
            .forEach(line -> mentions.add(mention(template.name(), line)));
      }
    }
  }

  private static Mention mention(String template, YamlTree.Entry line) {
    if (!(line.value() instanceof YamlTree.Mapping operators)) {
      return new Mention(template, shown(line.value()), "", line.place());
    }
    String wanted =
        operators.entries().stream()
            .filter(one -> !REMARKS.contains(one.name()))
            .map(one -> one.name() + ": " + shown(one.value()))
            .collect(Collectors.joining(", "));
    String why = operators.get("why").map(PresetMentions::shown).orElse("");
    return new Mention(template, wanted, why, line.place());
  }

  private static String shown(YamlTree tree) {
    if (tree instanceof YamlTree.Scalar scalar) {
      return scalar.text();
    }
    return tree instanceof YamlTree.Sequence list
        ? list.items().stream()
            .map(PresetMentions::shown)
            .collect(Collectors.joining(", ", "[", "]"))
        : "{...}";
  }

  private static Optional<YamlTree.Mapping> mapping(YamlTree.Mapping in, String key) {
    return in.get(key).filter(YamlTree.Mapping.class::isInstance).map(YamlTree.Mapping.class::cast);
  }
}
