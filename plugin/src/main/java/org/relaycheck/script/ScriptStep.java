package org.relaycheck.script;

import java.util.List;
import org.relaycheck.compare.Finding;
import org.relaycheck.state.Address;

/**
 * The part of a host's scripts that is about one resource.
 *
 * @param address the resource
 * @param findings what it takes out of the world
 * @param fix what fixes it
 * @param rollback what brings back the values from before
 * @param cautions what to know before running it, in sentences
 * @param lasting what the rollback cannot bring back, in sentences
 */
public record ScriptStep(
    Address address,
    List<Finding> findings,
    ScriptPart fix,
    ScriptPart rollback,
    List<String> cautions,
    List<String> lasting) {

  public ScriptStep {
    findings = List.copyOf(findings);
    cautions = List.copyOf(cautions);
    lasting = List.copyOf(lasting);
  }

  /** What it does, a line a finding. */
  List<PlanLine> plan(ScriptForm form) {
    return findings.stream()
        .map(f -> PlanLine.of(f, form.given(fix.needs(f.subject().settingName()))))
        .toList();
  }
}
