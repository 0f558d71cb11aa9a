package org.relaycheck.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.Verdict;
import org.relaycheck.state.Severity;
import org.relaycheck.state.expectation.Fix;

/** Writes the scripts for a drift: one a host, all its kinds in it. */
public final class Scripts {

  private final Map<String, KindRemediator> remediators = new LinkedHashMap<>();
  private final ScriptNames names = new ScriptNames();
  private final Consumer<Script> out;
  private final PlanCollector plan = new PlanCollector();

  private Scripts(List<KindRemediator> remediators, Consumer<Script> out) {
    remediators.forEach(one -> this.remediators.put(one.kind(), one));
    this.out = out;
  }

  /**
   * Writes what fixes, one script after the other: those of a fleet are more than a heap holds.
   * What is waived, and what the policy ignores, is left alone.
   *
   * @param hosts those that were read, sorted; of the others nothing is written
   * @param findings of a comparison, sorted
   * @param remediators a kind each, in the order in which they are fixed
   * @param out takes each script, sorted by host
   * @return what they do, and what is left to people
   */
  public static RemediationPlan write(
      List<ScriptHost> hosts,
      List<Finding> findings,
      List<KindRemediator> remediators,
      Consumer<Script> out) {
    Scripts scripts = new Scripts(remediators, out);
    Map<String, List<Finding>> byHost =
        findings.stream()
            .filter(Scripts::wanted)
            .collect(Collectors.groupingBy(finding -> finding.subject().address().host()));
    hosts.forEach(host -> scripts.fix(host, byHost.getOrDefault(host.key(), List.of())));
    return scripts.plan.plan();
  }

  /** Whether a plan says what becomes of a finding of a host that was read. */
  public static boolean wanted(Finding finding) {
    return finding.verdict() != Verdict.WAIVED
        && finding.severity() != Severity.IGNORE
        && finding.difference().fix().isPresent();
  }

  private void fix(ScriptHost host, List<Finding> findings) {
    Map<String, List<Finding>> byKind =
        findings.stream().collect(Collectors.groupingBy(f -> f.subject().address().kind()));
    Map<ScriptForm, List<KindRemediation>> byForm = new LinkedHashMap<>();
    for (KindRemediator remediator : remediators.values()) {
      List<Finding> own = byKind.getOrDefault(remediator.kind(), List.of());
      if (!own.isEmpty()) {
        KindRemediation remediation = remediator.remediation(host, own);
        byForm.computeIfAbsent(remediator.form(), form -> new ArrayList<>()).add(remediation);
      }
    }
    List<ByHand> left = left(findings, byForm.values().stream().flatMap(List::stream).toList());
    plan.left(host, left);
    byForm.forEach(
        (form, remediations) -> {
          if (remediations.stream().anyMatch(remediation -> !remediation.steps().isEmpty())) {
            ScriptLayout layout = new ScriptLayout(host, form, remediations, left);
            Script script = layout.script(names);
            remediations.forEach(one -> plan.outage(host, one.outage()));
            plan.script(host, form, layout.steps(), layout.planned(script));
            out.accept(script);
          }
        });
  }

  /** Whatever no step fixes, whoever forgot to say so. */
  private List<ByHand> left(List<Finding> findings, List<KindRemediation> remediations) {
    Set<Finding> done = new LinkedHashSet<>();
    remediations.forEach(
        remediation -> remediation.steps().forEach(step -> done.addAll(step.findings())));
    Map<Finding, ByHand> told = new LinkedHashMap<>();
    remediations.forEach(
        remediation -> remediation.byHand().forEach(one -> told.putIfAbsent(one.finding(), one)));
    return findings.stream()
        .filter(finding -> !done.contains(finding))
        .map(finding -> Optional.ofNullable(told.get(finding)).orElseGet(() -> untold(finding)))
        .toList();
  }

  private ByHand untold(Finding finding) {
    String kind = finding.subject().address().kind();
    if (!remediators.containsKey(kind)) {
      return new ByHand(finding, "there is no script for " + kind + " yet");
    }
    boolean stated =
        finding.difference().repair().orElse(null) instanceof FindingRepair.Change<?> change
            && change.fix() instanceof Fix.ByHand<?>;
    String why =
        stated
            ? ((Fix.ByHand<?>)
                    ((FindingRepair.Change<?>) finding.difference().repair().get()).fix())
                .why()
            : "no script fixes it";
    return new ByHand(finding, why);
  }
}
