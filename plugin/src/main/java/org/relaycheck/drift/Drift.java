package org.relaycheck.drift;

import java.util.List;
import java.util.Map;

/**
 * The difference between a policy and the state of the hosts.
 *
 * @param findings sorted by subject; all but {@link Verdict#IN_SYNC}
 * @param counts how often each verdict was reached, {@link Verdict#IN_SYNC} too
 * @param coverage how much was compared
 */
public record Drift(List<Finding> findings, Map<Verdict, Integer> counts, Coverage coverage) {

  public Drift {
    findings = List.copyOf(findings);
    counts = Map.copyOf(counts);
  }

  public int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }
}
