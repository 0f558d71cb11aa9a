package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Finding;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Severity;

/**
 * The rules as a policy weighs them, put to worlds.
 *
 * @param rules the rules
 * @param policy says how much each matters
 */
public record RuleRunner(List<Rule> rules, Policy policy) {

  public RuleRunner {
    rules = List.copyOf(rules);
  }

  /** All rules that there are. */
  public static RuleRunner by(Policy policy) {
    return new RuleRunner(Rules.all(), policy);
  }

  /**
   * A comparison with what rules find added to it.
   *
   * @param now the world as it was found
   * @param fixed the same once the policy's fixes are written
   */
  public ComparisonResult of(ComparisonResult drift, Landscape now, Landscape fixed) {
    List<Finding> findings = new ArrayList<>();
    UncheckedRules unchecked = new UncheckedRules();
    for (Rule rule : rules) {
      RuleResult today = put(rule, now);
      RuleFindings verdicts = new RuleFindings(rule.facts(), stated(rule), today);
      findings.addAll(verdicts.beside(fixed.equals(now) ? today : put(rule, fixed)));
      unchecked.add(rule.facts().id(), verdicts.unchecked());
    }
    return drift.with(findings).noting(unchecked.lines());
  }

  /** What rules find in a policy by itself; what it does not state they leave alone. */
  public List<Finding> of(Landscape stated) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      findings.addAll(new RuleFindings(rule.facts(), stated(rule), put(rule, stated)).broken());
    }
    return findings;
  }

  private Optional<Severity> stated(Rule rule) {
    return Optional.ofNullable(policy.rules().get(rule.facts().id()));
  }

  private static RuleResult put(Rule rule, Landscape landscape) {
    RuleResult result = new RuleResult();
    rule.judge(landscape, result);
    return result;
  }
}
