package org.relaycheck.landscape.input;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Selector;

/** What a policy says of the resources that it names, found by their addresses. */
public final class PolicyStatements {

  private final Map<Address, Desired> named = new HashMap<>();

  public PolicyStatements(Policy policy) {
    for (Desired desired : policy.desired()) {
      if (desired.selector() instanceof Selector.Named one
          && desired.presence() instanceof Presence.Present) {
        named.put(one.address().key(), desired);
      }
    }
  }

  public Optional<Desired> about(Address address) {
    return Optional.ofNullable(named.get(address.key()));
  }
}
