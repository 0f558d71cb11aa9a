package org.relaycheck.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingGroup;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.HostNames;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.state.HostState;

/**
 * The findings of a run, told once each: what has one cause is folded.
 *
 * @param unread the hosts that could not be read, in the order of the hosts
 * @param groups the findings that stand for themselves: of several hosts first, then in order
 * @param inapplicable settings that servers lack, sorted
 */
record FindingDigest(
    List<Silent> unread, List<FindingGroup> groups, List<Inapplicable> inapplicable) {

  /**
   * Hosts that could not be read for one reason.
   *
   * @param hosts their names, at least one
   * @param why what happened
   * @param fix what to do
   * @param unjudged how many findings are unclear for no other cause
   */
  record Silent(List<String> hosts, String why, String fix, int unjudged) {}

  /** Why a host could not be read, in words that hold of others. */
  private record Cause(String why, String fix) {

    static Cause of(String host, HostState.Unread state) {
      return new Cause(HostNames.general(state.why(), host), HostNames.general(state.fix(), host));
    }
  }

  /**
   * A setting that does not apply, for one reason.
   *
   * @param setting its name
   * @param reason such as "it came with 2019"
   * @param times how many statements meet it
   */
  record Inapplicable(String setting, String reason, int times) {}

  static FindingDigest of(CheckRun run) {
    Map<String, Integer> silent = new LinkedHashMap<>();
    Map<Inapplicable, Integer> lacking = new LinkedHashMap<>();
    List<Finding> rest = new ArrayList<>();
    for (Finding finding : run.drift().findings()) {
      if (finding.verdict() == Verdict.NOT_APPLICABLE) {
        lacking.merge(inapplicable(finding), 1, Integer::sum);
      } else if (silenced(finding)) {
        silent.merge(finding.subject().address().host(), 1, Integer::sum);
      } else {
        rest.add(finding);
      }
    }
    List<FindingGroup> groups =
        FindingGroup.of(rest).stream()
            .sorted(Comparator.comparing(group -> !group.isOfSeveral()))
            .toList();
    return new FindingDigest(unread(run, silent), groups, sorted(lacking));
  }

  /** The groups whose findings are waived, or those whose are not. */
  List<FindingGroup> groups(boolean waived) {
    return groups.stream()
        .filter(group -> (group.first().verdict() == Verdict.WAIVED) == waived)
        .toList();
  }

  /** Whether all that is to be said is that its host could not be read. */
  static boolean silenced(Finding finding) {
    return finding
        .difference()
        .repair()
        .filter(FindingRepair.ReadHost.class::isInstance)
        .isPresent();
  }

  private static List<Silent> unread(CheckRun run, Map<String, Integer> unjudged) {
    Map<Cause, List<String>> byCause = new LinkedHashMap<>();
    run.hosts()
        .forEach(
            (host, state) -> {
              if (state instanceof HostState.Unread why) {
                byCause.computeIfAbsent(Cause.of(host, why), c -> new ArrayList<>()).add(host);
              }
            });
    List<Silent> unread = new ArrayList<>();
    byCause.forEach(
        (cause, hosts) ->
            unread.add(
                new Silent(
                    hosts,
                    HostNames.of(hosts, cause.why()),
                    HostNames.of(hosts, cause.fix()),
                    hosts.stream().mapToInt(host -> unjudged.getOrDefault(host, 0)).sum())));
    return unread;
  }

  private static Inapplicable inapplicable(Finding finding) {
    String reason =
        finding.reasons().cause().or(() -> finding.reasons().reason()).orElse("no reason is given");
    return new Inapplicable(new FindingText(finding).what(), VisibleText.of(reason), 0);
  }

  private static List<Inapplicable> sorted(Map<Inapplicable, Integer> lacking) {
    Map<String, Inapplicable> byName = new TreeMap<>();
    lacking.forEach(
        (one, times) ->
            byName.put(
                one.setting + "\n" + one.reason, new Inapplicable(one.setting, one.reason, times)));
    return List.copyOf(byName.values());
  }
}
