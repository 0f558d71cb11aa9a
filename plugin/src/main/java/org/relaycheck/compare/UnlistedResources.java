package org.relaycheck.compare;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.state.Address;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Severity;

/**
 * The resources that a policy does not name, on every host that was asked.
 *
 * @param severities by kind, how much one matters
 * @param named what the policy names
 * @param grounds what was found
 * @param tally where verdicts go
 */
record UnlistedResources(
    Map<String, Severity> severities,
    Set<Address> named,
    ObservedHosts grounds,
    FindingCollector tally) {

  private static final String BASELINE = "unlisted";

  void compare() {
    severities.forEach(
        (kind, severity) ->
            grounds.hosts().keySet().forEach(host -> compare(host, kind, severity)));
  }

  private void compare(String host, String kind, Severity severity) {
    Optional<ObservedKind> ground = grounds.of(host, kind);
    Optional<PresenceFindings.Cause> gap =
        ground.isEmpty() ? grounds.obstacle(host, kind) : ground.get().gaps();
    if (gap.isPresent()) {
      tally.declare(1);
      tally.add(
          PresenceFindings.unclear(
              new Address(kind, host, ""), Optional.of(BASELINE), Optional.empty(), gap.get()));
    }
    if (ground.isPresent()) {
      for (Observed observed : ground.get().all()) {
        compare(observed, severity);
      }
    }
  }

  private void compare(Observed observed, Severity severity) {
    tally.declare(1);
    tally.judge(observed.address());
    if (named.contains(observed.address().key())) {
      tally.inSync();
    } else {
      tally.add(PresenceFindings.unlisted(observed, severity));
    }
  }
}
