package org.relaycheck.state;

import java.util.List;
import java.util.Map;

/**
 * A policy, read and resolved: includes, templates and groups are gone.
 *
 * @param desired what must hold, a resource and a host each
 * @param unlisted by kind, how much it matters that a host has a resource that the policy does not
 *     name; a kind that is not in the map does not matter
 */
public record Policy(List<Desired> desired, Map<String, Severity> unlisted) {

  public Policy {
    desired = List.copyOf(desired);
    unlisted = Map.copyOf(unlisted);
  }
}
