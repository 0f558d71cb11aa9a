package org.relaycheck.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingGroup;
import org.relaycheck.compare.HostNames;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.json.FindingId;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.state.Address;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Place;

/**
 * What a system that builds shows beside a line of the policy: a group of findings, hosts that were
 * not read for one reason, or what is wrong in a file of ours.
 *
 * @param id of several findings the first one's
 * @param rule what is looked at, such as {@code TarpitInterval} or the id of a rule
 * @param level how much it matters
 * @param text all of it on one line, as {@link VisibleText}
 * @param place where the policy states it; the policy's first line if it does not
 * @param group the findings; empty where something else is told
 */
public record Notice(
    String id, String rule, Level level, String text, Place place, Optional<FindingGroup> group) {

  /** How much a notice matters, the worst first. */
  public enum Level {
    /** Nobody can tell; it fails a build whatever the policy says. */
    UNKNOWN,
    ERROR,
    WARNING,
    NOTE
  }

  private static final Pattern PROBLEM =
      Pattern.compile("(.+?):([0-9]{1,9}):([0-9]{1,9})  (.*)", Pattern.DOTALL);

  private static final String PRESET = "preset:";

  /** Those of a run, the worst first: what is waived or does not apply is none. */
  public static List<Notice> of(CheckRun run) {
    Place policy =
        new Place(run.scope().policies().stream().findFirst().orElse("relay-policy.yaml"), 1, 1);
    List<Notice> notices = new ArrayList<>();
    if (run.outcome() == Outcome.ERROR) {
      run.drift().coverage().notes().forEach(problem -> notices.add(problem(problem, policy)));
    } else if (run.outcome() == Outcome.UNCLEAR && run.drift().count(Verdict.UNCLEAR) == 0) {
      notices.add(said("policy", NothingCompared.TEXT, policy));
    }
    FindingDigest digest = FindingDigest.of(run);
    notices.addAll(unread(digest, run, policy));
    digest.groups(false).forEach(group -> notices.add(of(group, policy)));
    notices.sort(Comparator.comparing(Notice::level));
    return List.copyOf(notices);
  }

  private static Notice problem(String problem, Place policy) {
    Matcher found = PROBLEM.matcher(problem);
    if (!found.matches()) {
      return said("policy", problem, policy);
    }
    int line = Integer.parseInt(found.group(2));
    return said(
        "policy",
        found.group(4),
        new Place(found.group(1), line, Integer.parseInt(found.group(3))));
  }

  private static Notice said(String rule, String text, Place place) {
    String id = FindingId.of(place + text);
    return new Notice(id, rule, Level.UNKNOWN, VisibleText.of(text), place, Optional.empty());
  }

  private static List<Notice> unread(FindingDigest digest, CheckRun run, Place policy) {
    Map<String, Finding> first =
        run.drift().findings().stream()
            .filter(FindingDigest::silenced)
            .collect(
                Collectors.toMap(
                    one -> one.subject().address().host(), one -> one, (one, other) -> one));
    List<Notice> notices = new ArrayList<>();
    for (FindingDigest.Silent silent : digest.unread()) {
      silent.hosts().stream()
          .filter(first::containsKey)
          .map(first::get)
          .findFirst()
          .ifPresent(finding -> notices.add(unread(silent, finding, policy)));
    }
    return notices;
  }

  private static Notice unread(FindingDigest.Silent silent, Finding finding, Place policy) {
    String text =
        HostNames.list(silent.hosts())
            + " could not be read: "
            + silent.why()
            + "; fix: "
            + silent.fix()
            + "; "
            + silent.unjudged()
            + " unclear for this";
    return new Notice(
        FindingId.of(finding.subject()),
        "host",
        Level.UNKNOWN,
        VisibleText.of(text),
        place(List.of(finding), policy),
        Optional.empty());
  }

  private static Notice of(FindingGroup group, Place policy) {
    Finding finding = group.first();
    FindingText wording = new FindingText(group);
    List<String> parts = new ArrayList<>();
    String verdict = (wording.what() + " " + VerdictMark.of(finding).words()).strip();
    parts.add(wording.about() + ": " + verdict + ", " + wording.sides());
    parts.addAll(wording.told());
    Address address = finding.subject().address();
    String setting = finding.subject().settingName();
    return new Notice(
        FindingId.of(finding.subject()),
        finding.subject().rule().orElse(setting.isEmpty() ? address.kind() : setting),
        level(finding),
        VisibleText.of(String.join("; ", parts)),
        place(group.findings(), policy),
        Optional.of(group));
  }

  private static Level level(Finding finding) {
    if (finding.verdict() == Verdict.UNCLEAR) {
      return Level.UNKNOWN;
    }
    return switch (finding.severity()) {
      case ERROR -> Level.ERROR;
      case WARNING -> Level.WARNING;
      case IGNORE -> Level.NOTE;
    };
  }

  /**
   * The first that is in a file of the user: a preset is in none, the baseline that takes it is.
   */
  private static Place place(List<Finding> findings, Place policy) {
    return findings.stream()
        .flatMap(finding -> finding.trail().origin().stream())
        .flatMap(Notice::places)
        .filter(place -> !place.file().startsWith(PRESET))
        .findFirst()
        .orElse(policy);
  }

  private static Stream<Place> places(Origin origin) {
    return Stream.concat(Stream.of(origin.place()), origin.baseline().stream());
  }
}
