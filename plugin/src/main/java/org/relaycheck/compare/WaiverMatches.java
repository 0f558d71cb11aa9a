package org.relaycheck.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.relaycheck.state.Accepted;
import org.relaycheck.state.Address;
import org.relaycheck.state.Waiver;

/** Waivers by the resources that they are for, and what came of each there. */
final class Pledges {

  /** A waiver for one resource. */
  private record Pledge(Waiver waiver, Address key) {}

  private final Map<Address, List<Waiver>> byAddress = new HashMap<>();
  private final Map<Pledge, Fate> fates = new HashMap<>();
  private final Map<Pledge, String> others = new HashMap<>();

  /** Kinds of hosts, with an empty name, of which something could not be told as a whole. */
  private final Set<Address> unclear = new HashSet<>();

  Pledges(List<Waiver> waivers) {
    for (Waiver waiver : waivers) {
      for (String host : waiver.scope().hosts()) {
        byAddress
            .computeIfAbsent(waiver.scope().on(host).key(), key -> new ArrayList<>())
            .add(waiver);
      }
    }
  }

  /** The waivers that cover a finding. */
  List<Waiver> meet(Finding finding) {
    Address key = finding.subject().address().key();
    if (finding.verdict() == Verdict.UNCLEAR && key.name().isEmpty()) {
      unclear.add(key);
    }
    List<Waiver> covering = new ArrayList<>();
    for (Waiver waiver : byAddress.getOrDefault(key, List.of())) {
      Fate fate = fate(waiver.accepted(), finding);
      Pledge pledge = new Pledge(waiver, key);
      fates.merge(pledge, fate, (a, b) -> a.compareTo(b) > 0 ? a : b);
      if (fate == Fate.OTHER) {
        others.put(pledge, finding.difference().observed().orElse("nothing"));
      } else if (fate == Fate.USED) {
        covering.add(waiver);
      }
    }
    return covering;
  }

  /** What came of a waiver on one of its hosts. */
  Fate fate(Waiver waiver, String host) {
    Address key = waiver.scope().on(host).key();
    Fate fate = fates.getOrDefault(new Pledge(waiver, key), Fate.UNUSED);
    boolean told = !unclear.contains(new Address(key.kind(), key.host(), ""));
    return fate == Fate.UNUSED && !told ? Fate.UNKNOWN : fate;
  }

  /** What is there instead of what was accepted, in words. */
  String other(Waiver waiver, String host) {
    Pledge pledge = new Pledge(waiver, waiver.scope().on(host).key());
    return Objects.requireNonNullElse(others.get(pledge), "nothing");
  }

  private static Fate fate(Accepted accepted, Finding finding) {
    return switch (finding.verdict()) {
      case MISSING, UNEXPECTED, DRIFTED, BROKEN ->
          isAbout(accepted, finding.subject())
              ? covers(accepted, finding) ? Fate.USED : Fate.OTHER
              : Fate.UNUSED;
      case UNCLEAR ->
          isAbout(accepted, finding.subject()) || isWhole(finding.subject())
              ? Fate.UNKNOWN
              : Fate.UNUSED;
      case IN_SYNC, NOT_APPLICABLE, WAIVED -> Fate.UNUSED;
    };
  }

  private static boolean isWhole(Subject subject) {
    return subject.setting().isEmpty() && subject.rule().isEmpty();
  }

  private static boolean isAbout(Accepted accepted, Subject subject) {
    if (accepted instanceof Accepted.Value<?> value) {
      return subject.setting().filter(value.row()::equals).isPresent();
    }
    return accepted instanceof Accepted.Broken broken
        ? subject.rule().filter(broken.id()::equals).isPresent()
        : isWhole(subject);
  }

  private static boolean is(Accepted.Value<?> value, Repair.Change<?> change) {
    return value.is(change.statement().property(), change.reading().seen());
  }

  private static boolean covers(Accepted accepted, Finding finding) {
    Difference difference = finding.difference();
    if (accepted instanceof Accepted.Value<?> value) {
      return difference
          .repair()
          .filter(repair -> repair instanceof Repair.Change<?> change && is(value, change))
          .isPresent();
    }
    if (accepted instanceof Accepted.Broken broken) {
      return difference.observed().filter(broken.observed()::equals).isPresent();
    }
    boolean present = finding.verdict() == Verdict.UNEXPECTED;
    return accepted.equals(new Accepted.Existence(present));
  }
}
