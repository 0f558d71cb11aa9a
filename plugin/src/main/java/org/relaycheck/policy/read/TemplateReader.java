package org.relaycheck.policy.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.relaycheck.policy.member.MemberReader;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.YamlTree;

/** Reads the templates of a kind. */
final class TemplateReader {

  private final KindTable table;
  private final FileProblems problems;
  private final NodeShape shape;
  private final LineReader lines;

  TemplateReader(
      KindTable table, Collection<KindTable> all, FileProblems problems, MemberReader members) {
    this.table = table;
    this.problems = problems;
    this.shape = new NodeShape(problems);
    this.lines = new LineReader(table, all, problems, Optional.of(members));
  }

  void read(PolicyFile file, YamlTree.Entry kind, PolicyParts parts) {
    for (YamlTree.Entry entry :
        shape.entries(kind.value(), "'" + table.kind() + "'", "{bulk: " + table.example() + "}")) {
      parts
          .templates
          .computeIfAbsent(
              new PolicyParts.TemplateName(table.kind(), entry.name()), name -> new ArrayList<>())
          .add(template(file, entry));
    }
  }

  private PolicyParts.TemplatePart template(PolicyFile file, YamlTree.Entry entry) {
    List<YamlTree.Scalar> like = List.of();
    List<YamlTree.Entry> settings = new ArrayList<>();
    String what = "template '" + entry.name() + "'";
    for (YamlTree.Entry line : shape.entries(entry.value(), what, "{like: bulk}")) {
      if (line.name().equals("like")) {
        like = shape.texts(line.value(), "'like'", "bulk");
      } else if (ResourceReader.KEYS.contains(line.name())) {
        problems.add(
            line.place(),
            "'" + line.name() + "' belongs to a resource; a template holds 'like' and settings");
      } else {
        settings.add(line);
      }
    }
    SettingLines own = lines.settingLines(settings, LineUse.SETTING, Optional.of(entry.name()));
    return new PolicyParts.TemplatePart(file.layer(), table, like, own);
  }
}
