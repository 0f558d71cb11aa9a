package org.relaycheck.state;

import java.util.List;
import java.util.Map;

/**
 * A policy, read and resolved: includes, templates and groups are gone.
 *
 * @param desired what must hold, a resource and a host each
 * @param unlisted by kind, how much it matters that a host has a resource that the policy does not
 *     name; a kind that is not in the map does not matter
 * @param rules by its id, how much it matters that a rule between settings is broken; one that is
 *     not in the map matters as the rule itself says
 */
public record Policy(
    List<Desired> desired, Map<String, Severity> unlisted, Map<String, Severity> rules) {

  public Policy {
    desired = List.copyOf(desired);
    unlisted = Map.copyOf(unlisted);
    rules = Map.copyOf(rules);
  }

  /** A policy in which rules matter as they say themselves. */
  public Policy(List<Desired> desired, Map<String, Severity> unlisted) {
    this(desired, unlisted, Map.of());
  }
}
