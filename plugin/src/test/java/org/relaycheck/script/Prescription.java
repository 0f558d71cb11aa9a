package org.relaycheck.script;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.compare.Finding;

/**
 * All that is to be done about a drift.
 *
 * @param scripts one a host, sorted
 * @param byHand what no script does, sorted
 */
public record Prescription(List<Script> scripts, List<ByHand> byHand) {

  /** What {@link Scripts} writes. */
  public static Prescription of(
      List<ScriptHost> hosts, List<Finding> findings, List<KindRemediator> remediators) {
    List<Script> scripts = new ArrayList<>();
    return new Prescription(scripts, Scripts.write(hosts, findings, remediators, scripts::add));
  }
}
