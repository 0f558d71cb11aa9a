package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.drift.Drift;
import org.relaycheck.drift.Finding;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Severity;

/**
 * The rules as a policy weighs them, put to worlds.
 *
 * @param rules the rules
 * @param policy says how much each matters
 */
public record Audit(List<Rule> rules, Policy policy) {

  public Audit {
    rules = List.copyOf(rules);
  }

  /** All rules that there are. */
  public static Audit by(Policy policy) {
    return new Audit(Rules.all(), policy);
  }

  /**
   * A comparison with what rules find added to it.
   *
   * @param now the world as it was found
   * @param mended the same once the policy's mends are written
   */
  public Drift of(Drift drift, Landscape now, Landscape mended) {
    List<Finding> findings = new ArrayList<>();
    Unchecked unchecked = new Unchecked();
    for (Rule rule : rules) {
      Ruling today = put(rule, now);
      Verdicts verdicts = new Verdicts(rule.facts(), stated(rule), today);
      findings.addAll(verdicts.beside(mended.equals(now) ? today : put(rule, mended)));
      unchecked.add(rule.facts().id(), verdicts.unchecked());
    }
    return drift.with(findings).noting(unchecked.lines());
  }

  /** What rules find in a policy by itself; what it does not state they leave alone. */
  public List<Finding> of(Landscape stated) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      findings.addAll(new Verdicts(rule.facts(), stated(rule), put(rule, stated)).broken());
    }
    return findings;
  }

  /** Whether a finding is about what only the policy's mends would break. */
  public static boolean onlyOnceMended(Finding finding) {
    return finding.reasons().cause().filter(Verdicts.ONCE_MENDED::equals).isPresent();
  }

  private Optional<Severity> stated(Rule rule) {
    return Optional.ofNullable(policy.rules().get(rule.facts().id()));
  }

  private static Ruling put(Rule rule, Landscape landscape) {
    Ruling ruling = new Ruling();
    rule.judge(landscape, ruling);
    return ruling;
  }
}
