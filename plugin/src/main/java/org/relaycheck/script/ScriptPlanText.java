package org.relaycheck.script;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.Subject;
import org.relaycheck.state.Address;

/** The plan of one script, as the lines that it begins with. */
final class ScriptPlanText {

  private static final String DEEP = "       ";

  private final ScriptForm form;
  private final boolean back;
  private final Map<PlanAction, Integer> counts = new EnumMap<>(PlanAction.class);
  private final Set<Subject> told = new HashSet<>();
  private final List<String> lines = new ArrayList<>();
  private int number;

  private ScriptPlanText(ScriptForm form, boolean back) {
    this.form = form;
    this.back = back;
  }

  /**
   * The lines, the totals first.
   *
   * @param title what the script does, without an end
   * @param steps in the order in which the script takes them
   * @param byHand what it leaves to a person
   * @param back whether it is the rollback
   */
  static List<String> of(
      String title, ScriptForm form, List<ScriptStep> steps, List<ByHand> byHand, boolean back) {
    ScriptPlanText text = new ScriptPlanText(form, back);
    steps.forEach(text::step);
    byHand.forEach(text::left);
    text.lines.add(0, title + ": " + RemediationPlan.totals(text.counts) + ".");
    text.lines.add(1, "The plan, in this order:");
    return text.lines;
  }

  private void step(ScriptStep step) {
    number++;
    List<PlanLine> plan = step.plan(form);
    if (plan.stream().anyMatch(line -> line.setting().isEmpty())) {
      plan.forEach(line -> whole(step, line));
      return;
    }
    lines.add("  " + number + ". change " + name(step.address()));
    if (plan.isEmpty()) {
      step.cautions().forEach(text -> lines.add(DEEP + text));
    }
    for (PlanLine line : plan) {
      if (told.add(line.finding().subject())) {
        counts.merge(PlanAction.CHANGE, 1, Integer::sum);
        lines.add(DEEP + change(step, line));
      } else {
        lines.add(DEEP + line.setting() + ": the rest of it");
      }
    }
  }

  private String change(ScriptStep step, PlanLine line) {
    return line.setting()
        + ": "
        + (back ? line.to() + " -> " + line.from() : line.from() + " -> " + line.to())
        + tail(step, line);
  }

  private void whole(ScriptStep step, PlanLine line) {
    PlanAction action = back ? line.action().undone() : line.action();
    counts.merge(action, 1, Integer::sum);
    lines.add("  " + number + ". " + action.word() + " " + name(step.address()) + tail(step, line));
    if (!back
        && line.finding().difference().repair().orElse(null)
            instanceof FindingRepair.Create create) {
      create
          .desired()
          .statements()
          .forEach(
              one -> lines.add(DEEP + PlanLine.told(one) + "  (" + one.origin().place() + ")"));
    }
  }

  /** Where the policy says so, and what it waits for. */
  private String tail(ScriptStep step, PlanLine line) {
    ScriptPart part = back ? step.rollback() : step.fix();
    String needs = form.given(part.needs(line.setting()));
    return (line.place().isEmpty() ? "" : "  (" + line.place() + ")")
        + (needs.isEmpty() ? "" : "  needs " + needs);
  }

  private void left(ByHand left) {
    PlanLine line = PlanLine.of(left);
    counts.merge(PlanAction.BY_HAND, 1, Integer::sum);
    lines.add(
        "  By hand: "
            + left.what()
            + ": "
            + line.from()
            + " -> "
            + line.to()
            + (line.place().isEmpty() ? "" : "  (" + line.place() + ")")
            + ": "
            + line.why());
  }

  static String name(Address address) {
    return address.kind() + " '" + address.name() + "'";
  }
}
