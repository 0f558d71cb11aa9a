package org.relaycheck.policy.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.relaycheck.policy.read.KindTable;
import org.relaycheck.policy.read.LineReader;
import org.relaycheck.policy.read.LineUse;
import org.relaycheck.policy.read.PolicyHosts;
import org.relaycheck.policy.read.PolicyParts.BaselinePart;
import org.relaycheck.policy.read.SettingLine;
import org.relaycheck.policy.read.SettingLines;
import org.relaycheck.policy.read.TargetHost;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.YamlTree;

/**
 * Puts baselines together: a template and a host each, so that no template overrides another.
 *
 * <p>A line's own severity holds; the baseline's is for lines that have none. Lines are fixed by
 * hand unless the baseline says that a script may.
 */
public final class BaselineResolver {

  private final Map<String, KindTable> kinds;
  private final PolicyHosts hosts;
  private final TemplateResolver templates;
  private final FileProblems problems;
  private final Map<List<String>, Desired> desired = new LinkedHashMap<>();

  public BaselineResolver(
      Map<String, KindTable> kinds,
      PolicyHosts hosts,
      TemplateResolver templates,
      FileProblems problems) {
    this.kinds = kinds;
    this.hosts = hosts;
    this.templates = templates;
    this.problems = problems;
  }

  /** In the order of the files. */
  public List<Desired> resolve(List<BaselinePart> parts) {
    BaselineKinds kindOf = new BaselineKinds(kinds, templates, problems);
    for (BaselinePart part : parts) {
      kindOf.kind(part.like()).ifPresent(table -> resolve(part, table).forEach(this::add));
    }
    return List.copyOf(desired.values());
  }

  /** Two baselines that select the same are one, and must say the same. */
  private void add(Desired one) {
    Selector.Where where = (Selector.Where) one.selector();
    String selected =
        where.where().stream().map(s -> s.property() + ": " + s.show()).toList().toString();
    List<String> key =
        List.of(where.kind(), Address.folded(where.host()), where.baseline(), selected);
    Desired first = desired.putIfAbsent(key, one);
    if (first == null) {
      return;
    }
    if (!agree(first, one)) {
      problems.add(
          one.origin().place(),
          "baseline '"
              + where.baseline()
              + "' selects the same as at "
              + first.origin().place()
              + ", with another severity or remediation; keep one of the two");
    }
    if (one.selector().addressed().compareTo(first.selector().addressed()) < 0) {
      desired.put(key, one);
    }
  }

  private static boolean agree(Desired first, Desired other) {
    return first.severity() == other.severity()
        && IntStream.range(0, first.statements().size())
            .allMatch(
                i ->
                    StatementAgreement.between(
                        Optional.of(first.statements().get(i)),
                        Optional.of(other.statements().get(i))));
  }

  private List<Desired> resolve(BaselinePart part, KindTable table) {
    SettingLines where =
        new LineReader(table, kinds.values(), problems)
            .settingLines(part.where(), LineUse.WHERE, Optional.empty());
    Collection<TargetHost> targets =
        part.hosts()
            .map(tree -> hosts.of(tree, table.catalogue(), part.optional()))
            .orElse(List.of());
    List<Desired> all = new ArrayList<>();
    for (YamlTree.Scalar template : part.like()) {
      SettingLines settingLines =
          templates.settingLines(table, List.of(template)).changed(line -> fitted(line, part));
      for (TargetHost target : targets) {
        all.add(
            new Desired(
                new Selector.Where(
                    table.kind(),
                    target.host(),
                    target.addressed(),
                    template.text(),
                    where.statements(target.server())),
                new Presence.Present(List.of()),
                settingLines.statements(target.server()),
                part.severity().orElse(Severity.ERROR),
                Origin.at(part.place()),
                Optional.empty()));
      }
    }
    return all;
  }

  private static SettingLine fitted(SettingLine line, BaselinePart part) {
    return line.changed(statement -> fitted(statement, line.ownSeverity(), part));
  }

  private static <T> Statement<T> fitted(
      Statement<T> statement, boolean ownSeverity, BaselinePart part) {
    Severity severity =
        ownSeverity ? statement.severity() : part.severity().orElse(statement.severity());
    Remediation remediation =
        part.remediation() == Remediation.BY_HAND ? Remediation.BY_HAND : statement.remediation();
    return new Statement<>(
        statement.property(),
        statement.wanted(),
        severity,
        remediation,
        statement.origin().takenAt(part.place()),
        statement.why(),
        statement.members());
  }
}
