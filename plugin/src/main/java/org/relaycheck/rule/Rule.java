package org.relaycheck.rule;

import org.relaycheck.landscape.Landscape;

/** Something that must hold between settings, or between systems. */
public interface Rule {

  /** What is to be told of the rule itself. */
  RuleFacts facts();

  /** Looks at all that the rule is about, and tells each judgement to the result. */
  void judge(Landscape landscape, RuleResult result);
}
