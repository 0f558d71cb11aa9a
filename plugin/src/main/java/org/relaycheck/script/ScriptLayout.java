package org.relaycheck.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The order of a script's parts, the same in every language.
 *
 * @param host whom it fixes
 * @param form the language
 * @param remediations a kind each; one of them has a step
 * @param byHand what the host's scripts leave to a person
 */
record ScriptLayout(
    ScriptHost host, ScriptForm form, List<KindRemediation> remediations, List<ByHand> byHand) {

  /** A later run writes no rollback of what is fixed. */
  private static final String KEEP =
      "Keep this folder, and not in target, which mvn clean deletes: no later run writes the same"
          + " rollback again.";

  Script script(ScriptNames names) {
    String file = names.of(host.key(), form.extension());
    return new Script(
        host.key(),
        file,
        crlf(fixHead(file), body(steps(), false)),
        crlf(rollbackHead(file), body(backwards(), true)));
  }

  List<ScriptStep> steps() {
    return form.ordered(remediations);
  }

  /** How the script is run, for people who have not read it yet. */
  PlannedScript planned(Script script) {
    String file = script.fileName();
    return new PlannedScript(
        host.server(),
        file,
        form.command(file, host, switches(ScriptStep::fix)),
        form.command(file, host, switches(ScriptStep::rollback)),
        form.together(host));
  }

  private List<String> fixHead(String file) {
    List<String> head = new ArrayList<>();
    head.addAll(ScriptPlanText.of("Fixes " + host.server(), form, steps(), byHand, false));
    head.addAll(origin());
    head.add("What it fixes can be brought back by rollback/" + file + ".");
    head.add(KEEP);
    head.addAll(form.usage(file, host, switches(ScriptStep::fix)));
    head.addAll(limits());
    all().forEach(step -> head.addAll(told(step, step.cautions(), "Mind")));
    all().forEach(step -> head.addAll(told(step, step.lasting(), "The rollback cannot undo")));
    return head;
  }

  private List<String> rollbackHead(String file) {
    List<String> head = new ArrayList<>();
    String title = "Undoes " + file + " on " + host.server();
    head.addAll(ScriptPlanText.of(title, form, backwards(), List.of(), true));
    head.addAll(origin());
    head.add("It changes only what still is as that script left it.");
    head.add(KEEP);
    head.addAll(form.usage("rollback/" + file, host, switches(ScriptStep::rollback)));
    head.addAll(limits());
    all().forEach(step -> head.addAll(told(step, step.rollback().cautions(), "Mind")));
    all().forEach(step -> head.addAll(told(step, step.lasting(), "It cannot undo")));
    return head;
  }

  private List<String> limits() {
    return Stream.concat(
            remediations.stream().map(KindRemediation::outage),
            remediations.stream().flatMap(remediation -> remediation.limits().stream()))
        .distinct()
        .toList();
  }

  private List<String> origin() {
    TreeSet<String> files = new TreeSet<>();
    TreeSet<String> kinds = new TreeSet<>();
    all()
        .flatMap(step -> step.findings().stream())
        .forEach(
            finding -> {
              kinds.add(finding.subject().address().kind());
              finding.trail().origin().ifPresent(origin -> files.add(origin.place().file()));
            });
    Map<String, String> facts = host.state().facts();
    String controller =
        facts.containsKey("DomainController")
            ? " by domain controller " + facts.get("DomainController")
            : "";
    return List.of(
        "Compared: " + String.join(", ", kinds) + " with " + String.join(", ", files) + ".",
        "The answer was read"
            + host.state().at().map(at -> " at " + at).orElse(" at a time that it does not say")
            + controller
            + ".");
  }

  private static List<String> told(ScriptStep step, List<String> sentences, String before) {
    return sentences.stream()
        .map(s -> before + ": " + ScriptPlanText.name(step.address()) + ": " + s)
        .toList();
  }

  /** What was done last is undone first: it may stand on what was done before. */
  private List<ScriptStep> backwards() {
    List<ScriptStep> steps = new ArrayList<>(form.ordered(remediations));
    Collections.reverse(steps);
    return steps;
  }

  private Set<ScriptSwitch> switches(Function<ScriptStep, ScriptPart> side) {
    EnumSet<ScriptSwitch> switches = EnumSet.noneOf(ScriptSwitch.class);
    all().forEach(step -> switches.addAll(side.apply(step).switches()));
    return switches;
  }

  private List<String> body(List<ScriptStep> steps, boolean back) {
    List<String> preludes =
        remediations.stream()
            .filter(remediation -> !remediation.steps().isEmpty())
            .map(KindRemediation::prelude)
            .toList();
    return form.body(
        host,
        switches(back ? ScriptStep::rollback : ScriptStep::fix),
        preludes,
        steps.stream().map(step -> text(step, back)).toList());
  }

  private String text(ScriptStep step, boolean back) {
    List<String> lines = new ArrayList<>();
    lines.add(form.comment(ScriptPlanText.name(step.address())));
    if (!back) {
      step.findings().stream()
          .flatMap(finding -> FindingComment.reasons(finding).stream())
          .forEach(reason -> lines.add(form.comment("  " + reason)));
    }
    lines.add((back ? step.rollback() : step.fix()).text());
    return String.join("\n", lines);
  }

  private Stream<ScriptStep> all() {
    return remediations.stream().flatMap(remediation -> remediation.steps().stream());
  }

  private String crlf(List<String> head, List<String> body) {
    StringBuilder text = new StringBuilder();
    head.forEach(line -> text.append(form.comment(line)).append('\n'));
    text.append('\n');
    body.forEach(part -> text.append(part).append(part.endsWith("\n") ? "" : "\n"));
    return text.toString().replace("\n", "\r\n");
  }
}
