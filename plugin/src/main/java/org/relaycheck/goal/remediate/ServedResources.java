package org.relaycheck.goal.remediate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Place;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Statement;

/** Which resources each line of a policy serves. */
final class ServedResources {

  private final Map<Address, Desired> named = new HashMap<>();
  private final Map<Place, List<Desired>> entries = new HashMap<>();
  private final Map<Place, List<String>> statements = new HashMap<>();

  ServedResources(Policy policy) {
    for (Desired desired : policy.desired()) {
      if (desired.selector() instanceof Selector.Named one) {
        named.put(one.address().key(), desired);
      }
      entries.computeIfAbsent(desired.origin().place(), place -> new ArrayList<>()).add(desired);
      for (Statement<?> statement : desired.statements()) {
        statements
            .computeIfAbsent(statement.origin().place(), place -> new ArrayList<>())
            .add(desired.selector().host());
      }
    }
  }

  /** The host of each resource, and of each host's baseline, that a statement at a place serves. */
  List<String> statementAt(Place place) {
    return statements.getOrDefault(place, List.of());
  }

  /** What a resource's strongest entry says. */
  Desired of(Address address) {
    Desired desired = named.get(address.key());
    if (desired == null) {
      throw new IllegalArgumentException(address + " is not named in the policy");
    }
    return desired;
  }

  /** All that comes of one entry, a host each. */
  List<Desired> ofEntry(Place place) {
    return entries.getOrDefault(place, List.of());
  }
}
