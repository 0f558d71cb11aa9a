package org.relaycheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Place;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Severity;
import org.relaycheck.state.expectation.Fix;

/**
 * What fits the findings of a run: scripts where one can be written, and what a person can do about
 * the others.
 *
 * @param open the findings that nobody accepts
 */
record FindingSteps(List<Finding> open) {

  /** More places than anybody goes to. */
  private static final int MOST = 3;

  private static final String DOCTOR = NextStepLines.command("mvn relay:doctor");
  private static final String REMEDIATE = NextStepLines.command("mvn relay:remediate");

  FindingSteps {
    open = List.copyOf(open);
  }

  static NextStepLines of(CheckRun run) {
    FindingSteps steps = new FindingSteps(open(run));
    return switch (run.outcome()) {
      case ERROR -> NoPolicyYet.next(run.drift().coverage().notes());
      case UNCLEAR -> new NextStepLines(steps.afterUnclear());
      case DRIFT -> new NextStepLines(steps.afterDrift());
      case PARTIAL ->
          NextStepLines.of(
              "Not every host was asked (relay.hosts or maintenance), so nothing is known of the"
                  + " others; ask all:",
              NextStepLines.command("mvn relay:check"));
      case CLEAN -> NextStepLines.none();
    };
  }

  /** What differs or is broken, is not ignored, and is accepted by nobody. */
  static List<Finding> open(CheckRun run) {
    return run.outcome() == Outcome.ERROR
        ? List.of()
        : run.drift().findings().stream()
            .filter(finding -> differs(finding.verdict()))
            .filter(finding -> finding.severity() != Severity.IGNORE)
            .toList();
  }

  private static boolean differs(Verdict verdict) {
    return switch (verdict) {
      case MISSING, DRIFTED, UNEXPECTED, BROKEN -> true;
      case IN_SYNC, UNCLEAR, NOT_APPLICABLE, WAIVED -> false;
    };
  }

  private List<String> afterUnclear() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Do what each line marked ? says, so that everything can be read; every connection is"
            + " tested by:");
    lines.add(DOCTOR);
    if (!open.isEmpty()) {
      lines.add("What was read can be put right meanwhile.");
      lines.addAll(afterDrift());
    }
    return lines;
  }

  private List<String> afterDrift() {
    List<Finding> scripted = those(FindingSteps::isScripted);
    List<String> lines = new ArrayList<>();
    if (!scripted.isEmpty()) {
      String what = scripted.size() == open.size() ? "this" : scripted.size() + " of these";
      lines.add("Write the scripts that fix " + what + ":");
      lines.add(REMEDIATE);
    }
    lines.addAll(byHand());
    if (scripted.isEmpty()) {
      lines.add(
          "Or accept what is to stay as it is; this writes the waivers, for you to complete:");
      lines.add(REMEDIATE);
    } else {
      lines.add("Or, if the servers are right, change the policy at the places shown");
    }
    return lines;
  }

  /** What no script of this run does. */
  private List<String> byHand() {
    List<String> lines = new ArrayList<>();
    List<Finding> asked = those(FindingSteps::isLeftToPeople);
    if (!asked.isEmpty()) {
      lines.add(
          asked.size()
              + (asked.size() == 1 ? " of these has" : " of these have")
              + " no script because the policy asks for none; add 'remediation: script' at "
              + places(asked)
              + ", or waive "
              + (asked.size() == 1 ? "it" : "them"));
    }
    if (open.stream().anyMatch(FindingSteps::isOtherwiseByHand)) {
      lines.add("Fix what is marked 'by hand' as its line says");
    }
    if (open.stream().anyMatch(VerdictMark::isAllowance)) {
      lines.add(
          "Ask the owner of what each line marked "
              + VerdictMark.ALLOWANCE.mark()
              + " names; then write another day, or take it out with relay:revoke");
    }
    if (open.stream()
        .filter(finding -> !VerdictMark.isAllowance(finding))
        .anyMatch(finding -> finding.verdict() == Verdict.BROKEN)) {
      lines.add(
          "Set what each line marked ! asks for, in the policy and on the servers (docs/rules.md"
              + " says why)");
    }
    if (open.stream().anyMatch(VerdictMark::isUnlisted)) {
      String mark = VerdictMark.UNLISTED.mark();
      lines.add("Add what each line marked " + mark + " names to the policy or the connections");
    }
    return lines;
  }

  private List<Finding> those(Predicate<Finding> wanted) {
    return open.stream().filter(wanted).toList();
  }

  private static boolean isScripted(Finding finding) {
    return finding.verdict() != Verdict.BROKEN
        && finding.difference().repair().isPresent()
        && !isByHand(finding);
  }

  private static boolean isByHand(Finding finding) {
    return finding.difference().repair().orElse(null) instanceof FindingRepair.Change<?> change
        && change.fix() instanceof Fix.ByHand<?>;
  }

  /** Whether a script could be written if the policy asked for it. */
  private static boolean isLeftToPeople(Finding finding) {
    return finding.difference().repair().orElse(null) instanceof FindingRepair.Change<?> change
        && change.statement().remediation() == Remediation.BY_HAND;
  }

  private static boolean isOtherwiseByHand(Finding finding) {
    return isByHand(finding) && !isLeftToPeople(finding);
  }

  /** Where the policy could ask for scripts. */
  private static String places(List<Finding> findings) {
    List<String> places =
        findings.stream()
            .flatMap(finding -> finding.trail().origin().stream())
            .map(FindingSteps::asking)
            .map(Place::toString)
            .distinct()
            .toList();
    String first = places.stream().limit(MOST).collect(Collectors.joining(", "));
    return places.size() <= MOST ? first : first + " and " + (places.size() - MOST) + " more";
  }

  private static Place asking(Origin origin) {
    return origin.baseline().orElse(origin.place());
  }
}
