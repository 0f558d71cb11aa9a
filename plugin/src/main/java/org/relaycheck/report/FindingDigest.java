package org.relaycheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.state.HostState;

/**
 * The findings of a run, told once each: what has one cause is folded.
 *
 * @param unread the hosts that could not be read, in the order of the hosts
 * @param findings the findings that stand for themselves, in order
 * @param inapplicable settings that servers lack, sorted
 */
record FindingDigest(List<Silent> unread, List<Finding> findings, List<Inapplicable> inapplicable) {

  /**
   * A host that could not be read.
   *
   * @param host its name
   * @param state why, and what to do
   * @param unjudged how many findings are unclear for no other cause
   */
  record Silent(String host, HostState.Unread state, int unjudged) {}

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
    return new FindingDigest(unread(run, silent), List.copyOf(rest), sorted(lacking));
  }

  private static boolean silenced(Finding finding) {
    return finding
        .difference()
        .repair()
        .filter(FindingRepair.ReadHost.class::isInstance)
        .isPresent();
  }

  private static List<Silent> unread(CheckRun run, Map<String, Integer> unjudged) {
    List<Silent> unread = new ArrayList<>();
    run.hosts()
        .forEach(
            (host, state) -> {
              if (state instanceof HostState.Unread why) {
                unread.add(new Silent(host, why, unjudged.getOrDefault(host, 0)));
              }
            });
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
