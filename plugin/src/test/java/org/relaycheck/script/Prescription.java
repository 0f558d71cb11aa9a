package org.relaycheck.script;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.compare.Finding;

/**
 * All that is to be done about a drift.
 *
 * @param scripts one a host, sorted
 * @param byHand what no script does, sorted
 * @param plan of all of it
 */
public record Prescription(List<Script> scripts, List<ByHand> byHand, RemediationPlan plan) {

  /** What {@link Scripts} writes. */
  public static Prescription of(
      List<ScriptHost> hosts, List<Finding> findings, List<KindRemediator> remediators) {
    List<Script> scripts = new ArrayList<>();
    RemediationPlan plan = Scripts.write(hosts, findings, remediators, scripts::add);
    return new Prescription(scripts, plan.byHand(), plan);
  }
}
