package org.relaycheck.landscape.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Severity;

/** What the open findings of a comparison would change. */
public final class PlannedFixes {

  private final Map<Address, Map<Property<?>, FindingRepair.Change<?>>> changes = new HashMap<>();
  private final Set<Address> removed = new HashSet<>();
  private final Map<Place, List<Desired>> created = new HashMap<>();

  private record Place(String host, String kind) {}

  private PlannedFixes() {}

  public static PlannedFixes none() {
    return new PlannedFixes();
  }

  public static PlannedFixes of(ComparisonResult drift) {
    PlannedFixes fixes = new PlannedFixes();
    drift.findings().stream()
        .filter(finding -> finding.severity() != Severity.IGNORE)
        .forEach(fixes::take);
    return fixes;
  }

  /** What is waived has no repair. A resource's own line comes before a baseline's, and holds. */
  private void take(Finding finding) {
    FindingRepair repair = finding.difference().repair().orElse(null);
    if (repair instanceof FindingRepair.Change<?> change) {
      changes
          .computeIfAbsent(change.observed().address(), address -> new HashMap<>())
          .putIfAbsent(change.statement().property(), change);
    } else if (repair instanceof FindingRepair.Remove remove) {
      removed.add(remove.observed().address());
    } else if (repair instanceof FindingRepair.Create create) {
      created
          .computeIfAbsent(
              new Place(create.address().host(), create.address().kind()), p -> new ArrayList<>())
          .add(create.desired());
    }
  }

  public boolean isEmpty() {
    return changes.isEmpty() && removed.isEmpty() && created.isEmpty();
  }

  public boolean removes(Address address) {
    return removed.contains(address);
  }

  public List<Desired> created(String host, String kind) {
    return created.getOrDefault(new Place(host, kind), List.of());
  }

  public SettingInputs applied(Observed observed) {
    SettingInputs found = new ObservedInputs(observed);
    Map<Property<?>, FindingRepair.Change<?>> own = changes.get(observed.address());
    return own == null ? found : new FixedInputs(found, own);
  }
}
