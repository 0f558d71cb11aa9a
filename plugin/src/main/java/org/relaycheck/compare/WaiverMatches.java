package org.relaycheck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.relaycheck.state.AcceptedDrift;
import org.relaycheck.state.Address;
import org.relaycheck.state.Waiver;

/** Waivers by the resources that they are for, and what came of each there. */
final class WaiverMatches {

  /** A waiver for one resource. */
  private record Pledge(Waiver waiver, Address key) {}

  private final Map<Address, List<Waiver>> byAddress = new HashMap<>();
  private final Map<Pledge, WaiverUse> fates = new HashMap<>();
  private final Map<Pledge, String> others = new HashMap<>();

  /** Kinds of hosts, with an empty name, of which something could not be told as a whole. */
  private final Set<Address> unclear = new HashSet<>();

  WaiverMatches(List<Waiver> waivers) {
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
      WaiverUse fate = fate(waiver.accepted(), finding);
      Pledge pledge = new Pledge(waiver, key);
      fates.merge(pledge, fate, (a, b) -> a.compareTo(b) > 0 ? a : b);
      if (fate == WaiverUse.OTHER) {
        others.put(pledge, found(finding));
      } else if (fate == WaiverUse.USED) {
        covering.add(waiver);
      }
    }
    return covering;
  }

  /** What came of a waiver on one of its hosts. */
  WaiverUse fate(Waiver waiver, String host) {
    Address key = waiver.scope().on(host).key();
    WaiverUse fate = fates.getOrDefault(new Pledge(waiver, key), WaiverUse.UNUSED);
    boolean told = !unclear.contains(new Address(key.kind(), key.host(), ""));
    return fate == WaiverUse.UNUSED && !told ? WaiverUse.UNKNOWN : fate;
  }

  /** What is there instead of what was accepted, in words. */
  String other(Waiver waiver, String host) {
    Pledge pledge = new Pledge(waiver, waiver.scope().on(host).key());
    return Objects.requireNonNullElse(others.get(pledge), "nothing");
  }

  private static String found(Finding finding) {
    Difference difference = finding.difference();
    return difference.repair().orElse(null) instanceof FindingRepair.Reconcile rule
        ? AcceptedDrift.Broken.shown(rule.values())
        : difference.observed().orElse("nothing");
  }

  private static WaiverUse fate(AcceptedDrift accepted, Finding finding) {
    return switch (finding.verdict()) {
      case MISSING, UNEXPECTED, DRIFTED, BROKEN ->
          isAbout(accepted, finding.subject())
              ? covers(accepted, finding) ? WaiverUse.USED : WaiverUse.OTHER
              : WaiverUse.UNUSED;
      case UNCLEAR ->
          isAbout(accepted, finding.subject()) || isWhole(finding.subject())
              ? WaiverUse.UNKNOWN
              : WaiverUse.UNUSED;
      case IN_SYNC, NOT_APPLICABLE, WAIVED -> WaiverUse.UNUSED;
    };
  }

  private static boolean isWhole(Subject subject) {
    return subject.setting().isEmpty() && subject.rule().isEmpty();
  }

  private static boolean isAbout(AcceptedDrift accepted, Subject subject) {
    if (accepted instanceof AcceptedDrift.Value<?> value) {
      return subject.setting().filter(value.row()::equals).isPresent();
    }
    return accepted instanceof AcceptedDrift.Broken broken
        ? subject.rule().filter(broken.id()::equals).isPresent()
        : isWhole(subject);
  }

  private static boolean is(AcceptedDrift.Value<?> value, FindingRepair.Change<?> change) {
    return value.is(change.statement().property(), change.reading().seen());
  }

  private static boolean covers(AcceptedDrift accepted, Finding finding) {
    FindingRepair repair = finding.difference().repair().orElse(null);
    if (accepted instanceof AcceptedDrift.Value<?> value) {
      return repair instanceof FindingRepair.Change<?> change && is(value, change);
    }
    if (accepted instanceof AcceptedDrift.Broken broken) {
      return repair instanceof FindingRepair.Reconcile rule && broken.is(rule.values());
    }
    boolean present = finding.verdict() == Verdict.UNEXPECTED;
    return accepted.equals(new AcceptedDrift.Existence(present));
  }
}
