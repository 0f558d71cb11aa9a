package org.relaycheck.goal.explain;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.report.explain.SettingPage;
import org.relaycheck.report.explain.SettingPage.Fact;
import org.relaycheck.report.page.ReportPage;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.rule.RuleResult;

/**
 * What is known about a rule: by itself, and where what was read breaks it.
 *
 * @param rule the rule
 * @param landscape what was read
 */
record RulePage(Rule rule, Landscape landscape) {

  private static final int MOST = 12;

  /** The whole story. */
  ReportPage page() {
    RuleFacts told = rule.facts();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("why", told.grounds().reason()));
    facts.add(new Fact("what to do", told.grounds().fix()));
    facts.add(new Fact("looks at", told.inputs().stream().map(Property::name).toList()));
    facts.add(new Fact("broken here", broken()));
    facts.add(new Fact("in a policy", "rules: {" + told.id() + ": error}"));
    facts.add(new Fact("source", told.grounds().source()));
    String of = "A rule of check (" + told.weight() + "): " + told.title() + ".";
    return SettingPage.of(told.id(), of, facts);
  }

  private List<String> broken() {
    RuleResult result = new RuleResult();
    rule.judge(landscape, result);
    List<String> all = new ArrayList<>();
    result.broken().forEach((at, one) -> all.add(at + ": " + one.breach().found()));
    if (all.size() > MOST) {
      int more = all.size() - MOST;
      all.subList(MOST, all.size()).clear();
      all.add("and " + more + " more");
    }
    return all;
  }
}
