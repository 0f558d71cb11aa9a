package org.relaycheck.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.drift.Drift;
import org.relaycheck.drift.Finding;
import org.relaycheck.drift.Repair;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Severity;

/** What the open findings of a comparison would change. */
final class Mends {

  private final Map<Address, Map<Property<?>, Repair.Change<?>>> changes = new HashMap<>();
  private final Set<Address> removed = new HashSet<>();
  private final Map<Place, List<Desired>> created = new HashMap<>();

  private record Place(String host, String kind) {}

  private Mends() {}

  static Mends none() {
    return new Mends();
  }

  static Mends of(Drift drift) {
    Mends mends = new Mends();
    drift.findings().stream()
        .filter(finding -> finding.severity() != Severity.IGNORE)
        .forEach(mends::take);
    return mends;
  }

  /** What is waived has no repair. A resource's own line comes before a baseline's, and holds. */
  private void take(Finding finding) {
    Repair repair = finding.difference().repair().orElse(null);
    if (repair instanceof Repair.Change<?> change) {
      changes
          .computeIfAbsent(change.observed().address(), address -> new HashMap<>())
          .putIfAbsent(change.statement().property(), change);
    } else if (repair instanceof Repair.Remove remove) {
      removed.add(remove.observed().address());
    } else if (repair instanceof Repair.Create create) {
      created
          .computeIfAbsent(
              new Place(create.address().host(), create.address().kind()), p -> new ArrayList<>())
          .add(create.desired());
    }
  }

  boolean isEmpty() {
    return changes.isEmpty() && removed.isEmpty() && created.isEmpty();
  }

  boolean removes(Address address) {
    return removed.contains(address);
  }

  List<Desired> created(String host, String kind) {
    return created.getOrDefault(new Place(host, kind), List.of());
  }

  Inputs applied(Observed observed) {
    Inputs found = new ObservedInputs(observed);
    Map<Property<?>, Repair.Change<?>> own = changes.get(observed.address());
    return own == null ? found : new MendedInputs(found, own);
  }
}
