package org.relaycheck.policy.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.policy.merge.LayeredLines.Section;
import org.relaycheck.policy.read.FileLayer;
import org.relaycheck.policy.read.LayeredEntry;
import org.relaycheck.policy.read.PolicyParts.Head;
import org.relaycheck.policy.read.SettingLines;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NameText;

/** Makes one of what several files say of a resource on a host. */
final class LayerMerger {

  private final FileProblems problems;

  LayerMerger(FileProblems problems) {
    this.problems = problems;
  }

  Desired merge(List<HostPart> all) {
    checkSpelling(all);
    HostPart first = strongest(all);
    boolean absent =
        LayeredEntry.strongest(layered(all, Head::absent), subject(first) + ": the state", problems)
            .orElse(false);
    List<LayeredEntry<Severity>> severities =
        all.stream().flatMap(placed -> placed.part().head().severity().stream()).toList();
    return new Desired(
        new Selector.Named(
            first.address(), Collections.min(all.stream().map(HostPart::addressed).toList())),
        absent ? new Presence.Absent() : new Presence.Present(create(all)),
        absent ? List.of() : settingLines(all).statements(first.target().server()),
        LayeredEntry.strongest(severities, subject(first) + ": 'severity'", problems)
            .orElse(Severity.ERROR),
        Origin.at(first.part().name().place()),
        why(all));
  }

  private static HostPart strongest(List<HostPart> all) {
    return FileLayer.strong(all, (one, other) -> one.part().layer().over(other.part().layer()))
        .stream()
        .min(Comparator.comparing(placed -> placed.part().name().place()))
        .orElseThrow();
  }

  private static String subject(HostPart placed) {
    return "'" + placed.address().name() + "'";
  }

  private static <E> List<LayeredEntry<E>> layered(List<HostPart> all, Function<Head, E> what) {
    return all.stream()
        .map(
            p ->
                new LayeredEntry<>(
                    p.part().layer(), p.part().name().place(), what.apply(p.part().head())))
        .toList();
  }

  /** A resource is one whatever the case of its name, but a reader must not have to know that. */
  private void checkSpelling(List<HostPart> all) {
    HostPart first = all.get(0);
    for (HostPart other : all) {
      if (!other.address().name().equals(first.address().name())) {
        problems.add(
            other.part().name().place(),
            NameText.differOnlyInCase(
                other.address().name(), first.address().name(), first.part().name().place()));
      }
    }
  }

  private SettingLines settingLines(List<HostPart> all) {
    HostPart first = all.get(0);
    if (all.size() == 1 && first.base().isPresent()) {
      return first.base().get();
    }
    List<LayeredLines> layered = new ArrayList<>();
    all.forEach(placed -> layered.addAll(placed.layered()));
    return new StrengthContest(first.part().table(), problems).settle(layered, subject(first));
  }

  private List<Statement<?>> create(List<HostPart> all) {
    HostPart first = all.get(0);
    if (all.size() == 1) {
      return first.part().head().create().statements(first.target().server());
    }
    List<LayeredLines> layered =
        all.stream()
            .map(p -> new LayeredLines(p.part().layer(), Section.OWN, p.part().head().create()))
            .toList();
    return new StrengthContest(first.part().table(), problems)
        .settle(layered, subject(first))
        .statements(first.target().server());
  }

  private static Optional<String> why(List<HostPart> all) {
    List<LayeredEntry<Optional<String>>> reasons =
        layered(all, Head::why).stream().filter(one -> one.value().isPresent()).toList();
    return LayeredEntry.strong(reasons).stream().findFirst().flatMap(LayeredEntry::value);
  }
}
