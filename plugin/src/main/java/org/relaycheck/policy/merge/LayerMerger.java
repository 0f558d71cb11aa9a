package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.policy.Claim.Section;
import org.relaycheck.policy.Parts.Head;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;

/** Makes one of what several files say of a resource on a host. */
final class Merger {

  private final Problems problems;

  Merger(Problems problems) {
    this.problems = problems;
  }

  Desired merge(List<Placed> all) {
    checkSpelling(all);
    Placed first = strongest(all);
    boolean absent =
        Layered.strongest(layered(all, Head::absent), subject(first) + ": the state", problems)
            .orElse(false);
    List<Layered<Severity>> severities =
        all.stream().flatMap(placed -> placed.part().head().severity().stream()).toList();
    return new Desired(
        new Selector.Named(
            first.address(), Collections.min(all.stream().map(Placed::addressed).toList())),
        absent ? new Presence.Absent() : new Presence.Present(create(all)),
        absent ? List.of() : sheet(all).statements(first.target().server()),
        Layered.strongest(severities, subject(first) + ": 'severity'", problems)
            .orElse(Severity.ERROR),
        Origin.at(first.part().name().place()),
        why(all));
  }

  private static Placed strongest(List<Placed> all) {
    return Layer.strong(all, (one, other) -> one.part().layer().over(other.part().layer())).stream()
        .min(Comparator.comparing(placed -> placed.part().name().place()))
        .orElseThrow();
  }

  private static String subject(Placed placed) {
    return "'" + placed.address().name() + "'";
  }

  private static <E> List<Layered<E>> layered(List<Placed> all, Function<Head, E> what) {
    return all.stream()
        .map(
            p ->
                new Layered<>(
                    p.part().layer(), p.part().name().place(), what.apply(p.part().head())))
        .toList();
  }

  /** A resource is one whatever the case of its name, but a reader must not have to know that. */
  private void checkSpelling(List<Placed> all) {
    Placed first = all.get(0);
    for (Placed other : all) {
      if (!other.address().name().equals(first.address().name())) {
        problems.add(
            other.part().name().place(),
            Names.differOnlyInCase(
                other.address().name(), first.address().name(), first.part().name().place()));
      }
    }
  }

  private Sheet sheet(List<Placed> all) {
    Placed first = all.get(0);
    if (all.size() == 1 && first.base().isPresent()) {
      return first.base().get();
    }
    List<Claim> claims = new ArrayList<>();
    all.forEach(placed -> claims.addAll(placed.claims()));
    return new Contest(first.part().table(), problems).settle(claims, subject(first));
  }

  private List<Statement<?>> create(List<Placed> all) {
    Placed first = all.get(0);
    if (all.size() == 1) {
      return first.part().head().create().statements(first.target().server());
    }
    List<Claim> claims =
        all.stream()
            .map(p -> new Claim(p.part().layer(), Section.OWN, p.part().head().create()))
            .toList();
    return new Contest(first.part().table(), problems)
        .settle(claims, subject(first))
        .statements(first.target().server());
  }

  private static Optional<String> why(List<Placed> all) {
    List<Layered<Optional<String>>> reasons =
        layered(all, Head::why).stream().filter(one -> one.value().isPresent()).toList();
    return Layered.strong(reasons).stream().findFirst().flatMap(Layered::value);
  }
}
