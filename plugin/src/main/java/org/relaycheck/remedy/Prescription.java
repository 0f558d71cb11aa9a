package org.relaycheck.remedy;

import java.util.List;

/**
 * All that is to be done about a drift.
 *
 * @param scripts one a host, sorted
 * @param byHand what no script does, sorted
 */
public record Prescription(List<Script> scripts, List<ByHand> byHand) {

  public Prescription {
    scripts = List.copyOf(scripts);
    byHand = List.copyOf(byHand);
  }
}
