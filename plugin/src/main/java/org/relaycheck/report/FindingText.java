package org.relaycheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingGroup;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.state.Address;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Waiver;

/**
 * A finding in words, or several that are equal but for the host; every part is {@link
 * VisibleText}.
 *
 * @param group what is told
 */
public record FindingText(FindingGroup group) {

  /** One finding in words. */
  public FindingText(Finding finding) {
    this(new FindingGroup(List.of(finding)));
  }

  private Finding finding() {
    return group.first();
  }

  private String text(String words) {
    return VisibleText.of(group.general(words));
  }

  /** What it is about, such as {@code EX01\SQL Relay} or {@code SQL Relay on EX01, EX02}. */
  String about() {
    return VisibleText.of(group.about());
  }

  /** {@code HOST\Name}, or as much of it as there is. */
  public static String address(Address address) {
    String text = address.toString();
    return VisibleText.of(text.isEmpty() ? address.kind() : text);
  }

  /** The setting or the rule, with the baseline that states it; empty for the resource itself. */
  String what() {
    String name = finding().subject().rule().orElseGet(() -> finding().subject().settingName());
    String baseline = finding().subject().baseline().map(b -> "(baseline " + b + ")").orElse("");
    return VisibleText.of((name + " " + baseline).strip());
  }

  /** The resource with the setting or the rule, such as {@code EX01\SQL Relay MaxHopCount}. */
  public String subject() {
    return (about() + " " + what()).strip();
  }

  String desired() {
    return text(finding().difference().desired());
  }

  String observed() {
    return finding().difference().observed().map(this::text).orElseGet(this::unseen);
  }

  private String unseen() {
    return switch (finding().verdict()) {
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
    return finding().difference().fix().map(this::text);
  }

  Optional<String> why() {
    return finding().reasons().why().map(this::text);
  }

  Optional<String> cause() {
    return finding().reasons().cause().map(this::text);
  }

  /** What a person can do about it. */
  Optional<String> fix() {
    return finding().reasons().fix().map(this::text);
  }

  /** {@code file:line:column}, which editors turn into a link. */
  Optional<String> place() {
    List<String> places =
        group.findings().stream()
            .flatMap(one -> one.trail().origin().stream())
            .map(origin -> origin.place().toString())
            .distinct()
            .toList();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(VisibleText.of(places.get(0) + more(places.size() - 1)));
  }

  private static String more(int places) {
    return places == 0 ? "" : " and " + places + " more";
  }

  /** Who changed the resource last, and when, if the system tells. */
  Optional<String> changed() {
    List<String> told =
        group.findings().stream().map(one -> changed(one.trail().change())).distinct().toList();
    return Optional.of(told.get(0))
        .filter(one -> told.size() == 1 && !one.isEmpty())
        .map(one -> VisibleText.of("last changed" + one));
  }

  private static String changed(LastChange change) {
    return change.by().map(who -> " by " + who).orElse("")
        + change.at().map(when -> " at " + when).orElse("");
  }

  /** Who accepts it and until when, if anybody does. */
  Optional<String> waiver() {
    return finding().trail().waiver().map(grant -> VisibleText.of(waiver(grant)));
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
    List<String> remarks = told();
    place().ifPresent(remarks::add);
    return remarks;
  }

  /** The same without the place. */
  List<String> told() {
    List<String> remarks = new ArrayList<>();
    waiver().ifPresent(remarks::add);
    why().ifPresent(remarks::add);
    if (causeIsTold()) {
      cause().ifPresent(remarks::add);
    }
    if (finding().verdict() == Verdict.UNCLEAR || finding().verdict() == Verdict.UNEXPECTED) {
      fix().ifPresent(fix -> remarks.add("fix: " + fix));
    }
    change().filter(this::telling).ifPresent(c -> remarks.add(isByHand() ? c : "fix: " + c));
    return remarks;
  }

  private boolean causeIsTold() {
    return switch (finding().verdict()) {
      case UNCLEAR, NOT_APPLICABLE, BROKEN, MISSING, UNEXPECTED -> true;
      case IN_SYNC, DRIFTED, WAIVED -> false;
    };
  }

  /** Whether the change says more than the desired side does. */
  private boolean telling(String change) {
    return !Set.of(change, "at least " + change, "at most " + change).contains(desired());
  }

  private boolean isByHand() {
    return finding().difference().repair().filter(FindingRepair::isByHand).isPresent();
  }

  /** All of it but the address, on one line. */
  String line() {
    List<String> parts = new ArrayList<>();
    parts.add(VerdictMark.of(finding()).mark());
    parts.add(what());
    parts.add(sides());
    parts.addAll(remarks());
    parts.removeIf(String::isEmpty);
    return String.join("  ", parts);
  }
}
