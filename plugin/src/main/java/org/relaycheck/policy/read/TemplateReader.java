package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the templates of a kind. */
final class TemplateReader {

  private final KindTable table;
  private final Problems problems;
  private final Shape shape;
  private final LineReader lines;

  TemplateReader(KindTable table, Collection<KindTable> all, Problems problems) {
    this.table = table;
    this.problems = problems;
    this.shape = new Shape(problems);
    this.lines = new LineReader(table, all, problems);
  }

  void read(SourceFile file, Tree.Entry kind, Parts parts) {
    for (Tree.Entry entry :
        shape.entries(kind.value(), "'" + table.kind() + "'", "{bulk: " + table.example() + "}")) {
      parts
          .templates
          .computeIfAbsent(
              new Parts.TemplateName(table.kind(), entry.name()), name -> new ArrayList<>())
          .add(template(file, entry));
    }
  }

  private Parts.TemplatePart template(SourceFile file, Tree.Entry entry) {
    List<Tree.Scalar> like = List.of();
    List<Tree.Entry> settings = new ArrayList<>();
    String what = "template '" + entry.name() + "'";
    for (Tree.Entry line : shape.entries(entry.value(), what, "{like: bulk}")) {
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
    Sheet own = lines.sheet(settings, Use.SETTING, Optional.of(entry.name()));
    return new Parts.TemplatePart(file.layer(), table, like, own);
  }
}
