package org.relaycheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.state.Address;
import org.relaycheck.state.Waiver;

/**
 * A finding in words; every part is {@link VisibleText}.
 *
 * @param finding what is told
 */
public record FindingText(Finding finding) {

  /** {@code HOST\Name}, or as much of it as there is. */
  public static String address(Address address) {
    String text = address.toString();
    return VisibleText.of(text.isEmpty() ? address.kind() : text);
  }

  /** The setting or the rule, with the baseline that states it; empty for the resource itself. */
  String what() {
    String name = finding.subject().rule().orElseGet(() -> finding.subject().settingName());
    String baseline = finding.subject().baseline().map(b -> "(baseline " + b + ")").orElse("");
    return VisibleText.of((name + " " + baseline).strip());
  }

  String desired() {
    return VisibleText.of(finding.difference().desired());
  }

  String observed() {
    return finding.difference().observed().map(VisibleText::of).orElseGet(this::unseen);
  }

  private String unseen() {
    return switch (finding.verdict()) {
      case MISSING -> "not there";
      case UNCLEAR -> "not known";
      case IN_SYNC, DRIFTED, UNEXPECTED, NOT_APPLICABLE, WAIVED, BROKEN -> "nothing";
    };
  }

  /** Both sides, observed first: the way a fix goes. */
  String sides() {
    return observed() + " → " + desired();
  }

  /** What would be written, or why only a person can. */
  Optional<String> change() {
    return finding.difference().fix().map(VisibleText::of);
  }

  Optional<String> why() {
    return finding.reasons().why().map(VisibleText::of);
  }

  Optional<String> cause() {
    return finding.reasons().cause().map(VisibleText::of);
  }

  /** What a person can do about it. */
  Optional<String> fix() {
    return finding.reasons().fix().map(VisibleText::of);
  }

  /** {@code file:line:column}, which editors turn into a link. */
  Optional<String> place() {
    return finding.trail().origin().map(origin -> VisibleText.of(origin.place().toString()));
  }

  /** Who changed the resource last, and when, if the system tells. */
  Optional<String> changed() {
    String by = finding.trail().change().by().map(who -> " by " + who).orElse("");
    String at = finding.trail().change().at().map(when -> " at " + when).orElse("");
    return Optional.of(by + at)
        .filter(told -> !told.isEmpty())
        .map(told -> VisibleText.of("last changed" + told));
  }

  /** Who accepts it and until when, if anybody does. */
  Optional<String> waiver() {
    return finding.trail().waiver().map(grant -> VisibleText.of(waiver(grant)));
  }

  private static String waiver(Waiver.Grant grant) {
    List<String> who = new ArrayList<>(List.of(grant.owner()));
    grant.approvedBy().ifPresent(name -> who.add("approved by " + name));
    grant.reference().ifPresent(who::add);
    return "waived until "
        + grant.until()
        + ": "
        + grant.reason()
        + " ("
        + String.join(", ", who)
        + ")";
  }

  /** What else is to be said, in the order of reading; the place last. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    waiver().ifPresent(remarks::add);
    why().ifPresent(remarks::add);
    if (causeIsTold()) {
      cause().ifPresent(remarks::add);
    }
    if (finding.verdict() == Verdict.UNCLEAR || finding.verdict() == Verdict.UNEXPECTED) {
      fix().ifPresent(fix -> remarks.add("fix: " + fix));
    }
    change().filter(this::telling).ifPresent(c -> remarks.add(isByHand() ? c : "fix: " + c));
    place().ifPresent(remarks::add);
    return remarks;
  }

  private boolean causeIsTold() {
    return switch (finding.verdict()) {
      case UNCLEAR, NOT_APPLICABLE, BROKEN, MISSING, UNEXPECTED -> true;
      case IN_SYNC, DRIFTED, WAIVED -> false;
    };
  }

  /** Whether the change says more than the desired side does. */
  private boolean telling(String change) {
    return !Set.of(change, "at least " + change, "at most " + change).contains(desired());
  }

  private boolean isByHand() {
    return finding.difference().repair().filter(FindingRepair::isByHand).isPresent();
  }

  /** All of it but the address, on one line. */
  String line() {
    List<String> parts = new ArrayList<>();
    parts.add(VerdictMark.of(finding).mark());
    parts.add(what());
    parts.add(sides());
    parts.addAll(remarks());
    parts.removeIf(String::isEmpty);
    return String.join("  ", parts);
  }
}
