package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.policy.Parts.BaselinePart;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Remedy;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;

/**
 * Puts baselines together: a template and a host each, so that no template overrides another.
 *
 * <p>A line's own severity holds; the baseline's is for lines that have none. Lines are mended by
 * hand unless the baseline says that a script may.
 */
final class BaselineResolver {

  private final Map<String, KindTable> kinds;
  private final Hosts hosts;
  private final Templates templates;
  private final Problems problems;

  BaselineResolver(
      Map<String, KindTable> kinds, Hosts hosts, Templates templates, Problems problems) {
    this.kinds = kinds;
    this.hosts = hosts;
    this.templates = templates;
    this.problems = problems;
  }

  List<Desired> resolve(List<BaselinePart> parts) {
    List<Desired> desired = new ArrayList<>();
    for (BaselinePart part : parts) {
      kind(part).ifPresent(table -> desired.addAll(resolve(part, table)));
    }
    return desired;
  }

  /** The kind that has all the templates; a template tells it, so a baseline need not. */
  private Optional<KindTable> kind(BaselinePart part) {
    if (part.like().isEmpty()) {
      return Optional.empty();
    }
    for (Tree.Scalar name : part.like()) {
      if (templates.kindsOf(name.text()).isEmpty()) {
        problems.add(name.place(), templates.missing("", name.text()));
        return Optional.empty();
      }
    }
    List<String> common =
        kinds.keySet().stream()
            .filter(
                kind ->
                    part.like().stream().allMatch(n -> templates.kindsOf(n.text()).contains(kind)))
            .toList();
    if (common.size() != 1) {
      String text =
          common.isEmpty()
              ? "the templates of a baseline must be of one kind"
              : "templates of " + String.join(" and ", common) + " are named so; rename one";
      problems.add(part.like().get(0).place(), text);
      return Optional.empty();
    }
    return Optional.ofNullable(kinds.get(common.get(0)));
  }

  private List<Desired> resolve(BaselinePart part, KindTable table) {
    Sheet where =
        new LineReader(table, kinds.values(), problems)
            .sheet(part.where(), Use.WHERE, Optional.empty());
    Collection<Target> targets =
        part.hosts().map(tree -> hosts.of(tree, table.catalogue())).orElse(List.of());
    List<Desired> desired = new ArrayList<>();
    for (Tree.Scalar template : part.like()) {
      Sheet sheet = templates.sheet(table, List.of(template)).changed(line -> fitted(line, part));
      for (Target target : targets) {
        desired.add(
            new Desired(
                new Selector.Where(
                    table.kind(),
                    target.host(),
                    target.everywhere(),
                    template.text(),
                    where.statements(target.server())),
                new Presence.Present(List.of()),
                sheet.statements(target.server()),
                part.severity().orElse(Severity.ERROR),
                Origin.at(part.place()),
                Optional.empty()));
      }
    }
    return desired;
  }

  private static Line fitted(Line line, BaselinePart part) {
    return line.changed(statement -> fitted(statement, line.ownSeverity(), part));
  }

  private static <T> Statement<T> fitted(
      Statement<T> statement, boolean ownSeverity, BaselinePart part) {
    Severity severity =
        ownSeverity ? statement.severity() : part.severity().orElse(statement.severity());
    Remedy remedy = part.remedy() == Remedy.BY_HAND ? Remedy.BY_HAND : statement.remedy();
    return new Statement<>(
        statement.property(),
        statement.wanted(),
        severity,
        remedy,
        statement.origin(),
        statement.why());
  }
}
